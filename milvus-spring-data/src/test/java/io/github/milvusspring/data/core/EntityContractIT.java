package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.List;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.MilvusServerException;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The contract of reads and writes, for entities.
 */
class EntityContractIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void upsertOfOneEntityCountsOne() {
		assertThat(template().upsert(Book.of("1", "draft")).count()).isEqualTo(1);
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void upsertOfAListCountsItsLength() {
		WriteResult<Book> result = template()
			.upsertAll(List.of(Book.of("1", "a"), Book.of("2", "b"), Book.of("3", "c")));
		assertThat(result.count()).isEqualTo(3);
		assertThat(result.ids()).containsExactly("1", "2", "3");
		assertThat(count()).isEqualTo(3);
	}

	@Test
	void upsertReplacesTheRowWithTheSameKey() {
		template().upsert(Book.of("1", "draft").withSubtitle("to go"));
		template().upsert(Book.of("1", "final"));
		assertThat(count()).isEqualTo(1);
		Book found = template().findById("1", Book.class);
		assertThat(found.title()).isEqualTo("final");
		assertThat(found.subtitle()).isNull();
	}

	@Test
	void everyPropertyReadsBackAsItWasWritten() {
		Book book = Book.of("1", "\"quoted\" \\ back \n line {brace} ünïcödé 😀", 0.1f, -0.0f, Float.MIN_VALUE,
				Float.MAX_VALUE);
		template().upsert(book);
		assertThat(template().findById("1", Book.class)).usingRecursiveComparison().isEqualTo(book);
	}

	@Test
	void upsertGoesIntoANamedPartition() {
		template().ensureCollection(Book.class);
		template().partitions("books").create("archive");
		WriteResult<Book> result = template().upsert(Book.of("1", "old"), WriteOptions.inPartition("archive"));
		assertThat(result.count()).isEqualTo(1);
		assertThat(template().count(Filter.all(), Book.class, ReadOptions.inPartitions("archive"))).isEqualTo(1);
		assertThat(template().count(Filter.all(), Book.class, ReadOptions.inPartitions("_default"))).isZero();
	}

	@Test
	void aTimeoutThatPassesIsATypedException() {
		template().ensureCollection(Book.class);
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> template().upsert(Book.of("1", "late"), WriteOptions.within(Duration.ofNanos(1))))
			.withMessageContaining("time-out");
	}

	@Test
	void aTimeoutDoesNotTouchLaterCalls() {
		template().ensureCollection(Book.class);
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> template().upsert(Book.of("1", "late"), WriteOptions.within(Duration.ofNanos(1))));
		assertThat(template().upsert(Book.of("2", "in time")).count()).isEqualTo(1);
	}

	@Test
	void anErrorKeepsTheCodeAndReasonOfTheServer() {
		template().ensureCollection(Book.class);
		template().execute((client) -> {
			client.dropCollection(DropCollectionReq.builder().collectionName("books").build());
			return null;
		});
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> template().upsert(Book.of("1", "lost")))
			.withMessageContaining("books")
			.havingCause()
			.isInstanceOfSatisfying(MilvusServerException.class, (server) -> {
				assertThat(server.getCode()).isEqualTo(100);
				assertThat(server.getReason()).contains("books");
			});
	}

	@Test
	void insertReturnsItsCount() {
		assertThat(template().insert(Book.of("1", "a")).count()).isEqualTo(1);
		assertThat(template().insertAll(List.of(Book.of("2", "b"), Book.of("3", "c"))).count()).isEqualTo(2);
		assertThat(count()).isEqualTo(3);
	}

	@Test
	void getQueryAndSearchSeeTheNewValues() {
		template().upsert(Book.of("1", "draft", 1, 0, 0, 0));
		template().upsert(Book.of("1", "final", 0, 1, 0, 0));
		assertThat(template().findAllById(List.of("1"), Book.class)).extracting(Book::title).containsExactly("final");
		assertThat(template().query(FilterQuery.of(Filter.where("title").is("final")), Book.class)).hasSize(1);
		assertThat(template().query(FilterQuery.of(Filter.where("title").is("draft")), Book.class)).isEmpty();
		assertThat(template().search(VectorQuery.of(0, 1, 0, 0), Book.class).getContent()).singleElement()
			.satisfies((hit) -> {
				assertThat(hit.getContent().title()).isEqualTo("final");
				assertThat(hit.getScore().getValue()).isEqualTo(1.0, org.assertj.core.data.Offset.offset(1e-5));
			});
	}

	@Test
	void deleteRemoves() {
		template().upsertAll(List.of(Book.of("1", "a"), Book.of("2", "b"), Book.of("3", "c"), Book.of("4", "d")));
		assertThat(template().delete(Book.of("1", "a"))).isEqualTo(1);
		assertThat(template().deleteAllById(List.of("2"), Book.class)).isEqualTo(1);
		assertThat(template().delete(Filter.where("title").is("c"), Book.class)).isEqualTo(1);
		assertThat(template().query(FilterQuery.of(Filter.all()), Book.class)).extracting(Book::isbn)
			.containsExactly("4");
	}

	@Test
	void deleteInAPartitionLeavesTheOthersAlone() {
		template().ensureCollection(Book.class);
		template().partitions("books").create("archive");
		template().upsert(Book.of("1", "same"), WriteOptions.inPartition("archive"));
		template().upsert(Book.of("2", "same"));
		template().delete(Filter.where("title").is("same"), Book.class, WriteOptions.inPartition("archive"));
		assertThat(template().query(FilterQuery.of(Filter.all()), Book.class)).extracting(Book::isbn)
			.containsExactly("2");
		template().deleteAllById(List.of("2"), Book.class, WriteOptions.inPartition("archive"));
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void onlyTheFieldsAskedForAreReturned() {
		template().upsert(Book.of("1", "a"));
		Book found = template().findById("1", Book.class, ReadOptions.DEFAULT.withOutputFields("title"));
		assertThat(found.isbn()).isEqualTo("1");
		assertThat(found.title()).isEqualTo("a");
		assertThat(found.embedding()).isNull();
		assertThat(found.pages()).isZero();
	}

	@Test
	void everyRowIsStreamedOnceHoweverManyThereAre() {
		List<Book> books = java.util.stream.IntStream.range(0, 2_500)
			.mapToObj((i) -> Book.of("key " + i, "t" + i))
			.toList();
		template().upsertAll(books);
		assertThat(template().query(FilterQuery.of(Filter.all()), Book.class)).extracting(Book::isbn)
			.containsExactlyInAnyOrderElementsOf(books.stream().map(Book::isbn).toList());
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	private long count() {
		return template().count(Filter.all(), Book.class);
	}

}
