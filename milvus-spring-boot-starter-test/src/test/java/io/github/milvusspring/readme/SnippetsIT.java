package io.github.milvusspring.readme;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.core.RowOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import io.milvus.v2.service.utility.request.ListAliasesReq;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the snippets that README shows.
 */
@DataMilvusTest
class SnippetsIT {

	private static final Log log = LogFactory.getLog(SnippetsIT.class);

	@Autowired
	private MilvusOperations template;

	@Test
	void entities() {
		Book book = new Book("1", "The Castle", 9.5, new float[] { 1, 0, 0 });
		this.template.ensureCollection(Book.class);
		this.template.partitions("priced_books").create("archive");
		write(this.template, book);
		assertThat(read(this.template)).containsExactly("The Castle");
	}

	private static void write(MilvusOperations template, Book book) {
		template.upsert(book, WriteOptions.inPartition("archive").withTimeout(Duration.ofSeconds(5)));
		template.findById("1", Book.class, ReadOptions.DEFAULT.withConsistency(ConsistencyLevel.STRONG));
	}

	private static List<String> read(MilvusOperations template) {
		List<Book> cheap = template.query(
				FilterQuery.of(Filter.where("price").lt(10).and(Filter.where("title").startsWith("The"))), Book.class);
		return cheap.stream().map(Book::title).toList();
	}

	@Test
	void batches() {
		batches(this.template, Stream.of(new Book("1", "a", 1, new float[] { 1, 0, 0 }),
				new Book("2", "b", 2, new float[] { 0, 1, 0 })));
		assertThat(stream(this.template).join()).isEqualTo(2);
	}

	private static void batches(MilvusOperations template, Stream<Book> manyBooks) {
		template.upsertAll(manyBooks, Book.class,
				BatchOptions.DEFAULT.withProgress((progress) -> log.info(progress.rows() + " rows")));
	}

	private static CompletableFuture<Long> stream(MilvusOperations template) {
		try (Stream<Book> all = template.stream(FilterQuery.of(Filter.all()), Book.class)) {
			all.map(Book::title).forEach(log::info);
		}
		CompletableFuture<Long> count = template.async().count(Filter.all(), Book.class, ReadOptions.DEFAULT);
		return count;
	}

	@Test
	void rows() {
		rows(this.template);
		assertThat(this.template.rows("demo").findAllById(List.of(1))).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("color", "blue"));
	}

	private static void rows(MilvusOperations template) {
		template.createCollection("demo", 5);
		RowOperations demo = template.rows("demo");
		demo.insert(Map.of("id", 1, "vector", List.of(0.1, 0.2, 0.3, 0.4, 0.5), "color", "red"));
		demo.upsert(Map.of("id", 1, "vector", List.of(0.5, 0.4, 0.3, 0.2, 0.1), "color", "blue"));
	}

	@Test
	void client() {
		assertThat(client(this.template)).isEmpty();
	}

	private static List<String> client(MilvusOperations template) {
		List<String> aliases = template.execute(
				(client) -> client.listAliases(ListAliasesReq.builder().collectionName("books").build()).getAlias());
		return aliases;
	}

	@MilvusEntity("priced_books")
	record Book(@Id String isbn, String title, double price, @VectorField(dimension = 3) float[] embedding) {
	}

}
