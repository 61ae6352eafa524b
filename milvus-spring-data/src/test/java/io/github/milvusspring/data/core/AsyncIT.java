package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.SearchResults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The verbs without waiting, and many query vectors in one call.
 */
class AsyncIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void everyVerbCompletesOnAnotherThread() throws Exception {
		MilvusAsyncOperations async = this.milvus.template().async();
		String thread = async.upsert(Book.of("1", "a"))
			.thenApply((result) -> Thread.currentThread().getName())
			.get(10, TimeUnit.SECONDS);
		assertThat(thread).isNotEmpty();
		assertThat(async.insertAll(List.of(Book.of("2", "b")), WriteOptions.DEFAULT).join().count()).isEqualTo(1);
		assertThat(async.findById("1", Book.class).join().title()).isEqualTo("a");
		assertThat(async.findById("none", Book.class).join()).isNull();
		assertThat(async.query(FilterQuery.of(Filter.all()), Book.class).join()).hasSize(2);
		assertThat(async.count(Filter.all(), Book.class, ReadOptions.DEFAULT).join()).isEqualTo(2);
		assertThat(async.search(VectorQuery.of(1, 0, 0, 0), Book.class).join().getContent()).hasSize(2);
		assertThat(async.deleteAllById(List.of("1"), Book.class, WriteOptions.DEFAULT).join()).isEqualTo(1);
		assertThat(async.delete(Filter.where("title").is("b"), Book.class, WriteOptions.DEFAULT).join()).isEqualTo(1);
		assertThat(async.upsertAll(List.of(), WriteOptions.DEFAULT).join().count()).isZero();
	}

	@Test
	void aDeleteInOnePartitionLeavesTheOthersAlone() {
		MilvusTemplate template = this.milvus.template();
		template.ensureCollection(Book.class);
		template.collections().createPartition("books", "archive");
		WriteOptions archive = WriteOptions.inPartition("archive");
		template.upsertAll(List.of(Book.of("1", "same"), Book.of("2", "other"), Book.of("3", "same")), archive);
		template.upsertAll(List.of(Book.of("4", "same"), Book.of("5", "other")));
		MilvusAsyncOperations async = template.async();
		assertThat(async.delete(Filter.where("title").is("same"), Book.class, archive).join()).isEqualTo(2);
		assertThat(async.delete(Filter.where("title").is("same"), Book.class, archive).join()).isZero();
		assertThat(async.deleteAllById(List.of("2", "5"), Book.class, archive).join()).isEqualTo(1);
		assertThat(template.query(FilterQuery.of(Filter.all()), Book.class)).extracting(Book::isbn)
			.containsExactly("4", "5");
	}

	@Test
	void allRowsAreReadPageByPage() {
		this.milvus.template().upsertAll(books(2_300));
		List<Book> all = this.milvus.template().async().query(FilterQuery.of(Filter.all()), Book.class).join();
		assertThat(all).extracting(Book::isbn).doesNotHaveDuplicates().hasSize(2_300);
		assertThat(this.milvus.template()
			.async()
			.query(FilterQuery.of(Filter.all()).withOffset(2_290).withLimit(20_000), Book.class)
			.join()).hasSize(10);
	}

	@Test
	void aLargeCollectionIsWrittenInBatches() {
		MilvusAsyncOperations async = this.milvus.template().async();
		List<Book> books = books(20_000);
		WriteResult<Book> result = async.upsertAll(books, WriteOptions.DEFAULT).join();
		assertThat(result.count()).isEqualTo(20_000);
		assertThat(result.rows()).isEqualTo(books);
		assertThat(result.ids()).startsWith("key 0").endsWith("key 19999");
		assertThat(async.count(Filter.all(), Book.class, ReadOptions.DEFAULT).join()).isEqualTo(20_000);
	}

	@Test
	void moreBytesThanOneMessageHoldsAreWrittenInBatches() {
		MilvusAsyncOperations async = this.milvus.template().async();
		String text = "x".repeat(60_000);
		List<Page> pages = IntStream.range(0, 1_200).mapToObj((i) -> new Page(i, text, new float[] { i, 1 })).toList();
		assertThat(async.insertAll(pages, WriteOptions.DEFAULT).join().count()).isEqualTo(1_200);
		assertThat(async.count(Filter.all(), Page.class, ReadOptions.DEFAULT).join()).isEqualTo(1_200);
	}

	@Test
	void aRowOfManyThatDoesNotFitSaysWhichAreWritten() {
		MilvusAsyncOperations async = this.milvus.template().async();
		List<Book> books = new ArrayList<>(books(12_000));
		books.set(11_999, Book.of("bad", null));
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> async.upsertAll(books, WriteOptions.DEFAULT).join())
			.havingCause()
			.isInstanceOfSatisfying(BatchWriteException.class, (ex) -> {
				long written = ex.getWritten().get(0).to();
				assertThat(ex.getNotWritten()).containsExactly(new RowRange(written, 12_000));
				assertThat(async.count(Filter.all(), Book.class, ReadOptions.DEFAULT).join()).isEqualTo(written);
			});
	}

	@Test
	void whatTheServerRefusesCompletesTheFutureExceptionally() {
		MilvusAsyncOperations async = this.milvus.template().async();
		CompletableFuture<Long> count = async.count(Filter.expression("title ==== 7"), Book.class, ReadOptions.DEFAULT);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(count::join)
			.withCauseInstanceOf(InvalidDataAccessApiUsageException.class);
	}

	@Test
	void whatIsWrongWithTheInputIsThrownAtOnce() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.milvus.template().async().upsert(Book.of("1", null)));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsWork() throws Exception {
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		try {
			List<Future<WriteResult<Book>>> writes = books(200).stream()
				.map((book) -> threads.submit(() -> this.milvus.template().upsert(book)))
				.toList();
			for (Future<WriteResult<Book>> write : writes) {
				assertThat(write.get(30, TimeUnit.SECONDS).count()).isEqualTo(1);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.milvus.template().count(Filter.all(), Book.class)).isEqualTo(200);
	}

	@Test
	void manyVectorsAreSearchedForInOneCall() {
		this.milvus.template()
			.upsertAll(List.of(Book.of("x", "a", 1, 0, 0, 0), Book.of("y", "b", 0, 1, 0, 0),
					Book.of("z", "c", 0, 0, 1, 0)));
		List<float[]> vectors = List.of(new float[] { 0, 1, 0, 0 }, new float[] { 1, 0, 0, 0 },
				new float[] { 0, 0, 1, 0 });
		List<SearchResults<Book>> results = this.milvus.template()
			.searchAll(
					VectorQuery.ofAll(vectors.stream().map((vector) -> QueryVector.of(vector)).toList()).withLimit(1),
					Book.class);
		assertThat(results).extracting((hits) -> hits.getContent().get(0).getContent().isbn())
			.containsExactly("y", "x", "z");
		assertThat(this.milvus.template().searchAll(VectorQuery.ofAll(List.of()), Book.class)).isEmpty();
	}

	private static List<Book> books(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Book.of("key " + i, "t" + i)).toList();
	}

	@MilvusEntity("pages")
	record Page(@Id long id, @MilvusField(maxLength = 65_535) String text, @VectorField(dimension = 2) float[] vector) {
	}

}
