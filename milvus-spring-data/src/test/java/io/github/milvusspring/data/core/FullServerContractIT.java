package io.github.milvusspring.data.core;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.milvusspring.data.Article;
import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.mapping.DynamicFields;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * The contract of reads and writes, on the complete server.
 */
class FullServerContractIT {

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@Test
	void theServerIsNotMilvusLite() {
		assertThat(this.milvus.connection().isLite()).isFalse();
		assertThat(this.milvus.connection().serverVersion()).contains("2.3.5");
	}

	@Test
	void everyPropertyReadsBackAsItWasWritten() {
		Article article = Article.of(9_007_199_254_740_993L, "\"quoted\" \\ back \n line {x} ünïcödé 😀", 0.1f, -0.0f,
				Float.MIN_VALUE, 1e18f);
		assertThat(template().insert(article).count()).isEqualTo(1);
		assertThat(template().findById(article.id(), Article.class)).usingRecursiveComparison().isEqualTo(article);
	}

	@Test
	void upsertReplacesTheRowWithTheSameKey() {
		template().upsertAll(List.of(Article.of(1, "draft", 1, 0, 0, 0), Article.of(2, "other", 0, 0, 1, 0)));
		WriteResult<Article> result = template().upsert(Article.of(1, "final", 0, 1, 0, 0));
		assertThat(result.count()).isEqualTo(1);
		assertThat(result.ids()).containsExactly(1L);
		assertThat(count()).isEqualTo(2);
		assertThat(template().findAllById(List.of(1L), Article.class)).extracting(Article::title)
			.containsExactly("final");
		assertThat(template().query(FilterQuery.of(Filter.where("title").is("draft")), Article.class)).isEmpty();
		assertThat(template().search(VectorQuery.of(0, 1, 0, 0).withLimit(1), Article.class).getContent())
			.singleElement()
			.satisfies((hit) -> {
				assertThat(hit.getContent().title()).isEqualTo("final");
				assertThat(hit.getScore().getValue()).isEqualTo(1.0, within(1e-5));
			});
	}

	@Test
	void ofDuplicateKeysInOneUpsertTheLastIsTheOnlyRow() {
		template().upsertAll(List.of(Article.of(1, "first"), Article.of(2, "b"), Article.of(1, "last")));
		assertThat(count()).isEqualTo(2);
		assertThat(template().findById(1L, Article.class).title()).isEqualTo("last");
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> template().insertAll(List.of(Article.of(3, "a"), Article.of(3, "b"))));
	}

	@Test
	void deleteRemoves() {
		template().upsertAll(
				List.of(Article.of(1, "a"), Article.of(2, "b"), Article.of(3, "c"), Article.of(Long.MIN_VALUE, "d")));
		template().delete(Article.of(1, "a"));
		template().deleteAllById(List.of(2L), Article.class);
		template().delete(Filter.where("title").is("c"), Article.class);
		assertThat(template().query(FilterQuery.of(Filter.all()), Article.class)).extracting(Article::id)
			.containsExactly(Long.MIN_VALUE);
		assertThat(count()).isEqualTo(1);
		template().deleteAllById(List.of(Long.MIN_VALUE), Article.class);
		assertThat(count()).isZero();
	}

	@Test
	void aStreamOfHitsHasEachRowOnceBeyondItsFirstPages() {
		template().upsertAll(IntStream.range(0, 2_300)
			.mapToObj((i) -> Article.of(i, "row " + i, (float) Math.cos(i / 1_000.0), (float) Math.sin(i / 1_000.0), 0,
					0))
			.toList());
		assertThat(template().stream(VectorQuery.of(1, 0, 0, 0), Article.class).map((hit) -> hit.getContent().id()))
			.hasSize(2_300)
			.doesNotHaveDuplicates();
		Range<Score> near = Range.leftUnbounded(Range.Bound.exclusive(Score.of(0.5)));
		assertThat(
				template().search(VectorQuery.of(1, 0, 0, 0).withRange(near).withLimit(5), Article.class).getContent())
			.hasSize(5)
			.allSatisfy((hit) -> assertThat(hit.getScore().getValue()).isLessThan(0.5));
	}

	@Test
	void partitionsAreWrittenReadAndDeletedFromAlone() {
		template().ensureCollection(Article.class);
		template().partitions("articles").create("archive");
		WriteOptions archive = WriteOptions.inPartition("archive");
		template().upsertAll(List.of(Article.of(1, "old"), Article.of(2, "same")), archive);
		template().upsertAll(List.of(Article.of(3, "new"), Article.of(4, "same")));
		template().upsert(Article.of(1, "older"), archive);
		ReadOptions inArchive = ReadOptions.inPartitions("archive");
		assertThat(template().count(Filter.all(), Article.class, inArchive)).isEqualTo(2);
		assertThat(template().count(Filter.where("title").is("same"), Article.class, inArchive)).isEqualTo(1);
		assertThat(template().findById(1L, Article.class, inArchive).title()).isEqualTo("older");
		assertThat(template().findById(3L, Article.class, inArchive)).isNull();
		assertThat(template().search(VectorQuery.of(1, 0, 0, 0).withOptions(inArchive), Article.class).getContent())
			.extracting((hit) -> hit.getContent().id())
			.containsExactlyInAnyOrder(1L, 2L);
		template().delete(Filter.where("title").is("same"), Article.class, archive);
		template().deleteAllById(List.of(3L), Article.class, archive);
		assertThat(template().query(FilterQuery.of(Filter.all()), Article.class)).extracting(Article::id)
			.containsExactlyInAnyOrder(1L, 3L, 4L);
	}

	@Test
	void sessionAndStrongReadsSeeWhatWasJustWritten() {
		template().ensureCollection(Article.class);
		for (ConsistencyLevel level : List.of(ConsistencyLevel.SESSION, ConsistencyLevel.STRONG)) {
			ReadOptions options = ReadOptions.DEFAULT.withConsistency(level);
			for (long key = 1; key <= 3; key++) {
				template().upsert(Article.of(key, level.name()));
				assertThat(template().findById(key, Article.class, options).title()).isEqualTo(level.name());
				assertThat(template().count(Filter.where("id").is(key), Article.class, options)).isEqualTo(1);
				template().deleteAllById(List.of(key), Article.class);
				assertThat(template().findById(key, Article.class, options)).isNull();
			}
		}
	}

	@Test
	void everyRowIsStreamedOnceHoweverManyThereAre() {
		List<Article> articles = IntStream.range(0, 2_500)
			.mapToObj((i) -> Article.of((i * 7_919L) % 2_500 - 1_250, "t" + i))
			.toList();
		template().upsertAll(articles);
		try (var stream = template().stream(FilterQuery.of(Filter.all()), Article.class)) {
			assertThat(stream.map(Article::id)).hasSize(2_500).doesNotHaveDuplicates().isSorted();
		}
		assertThat(template().query(FilterQuery.of(Filter.where("id").gte(0L)).withLimit(20_000), Article.class))
			.hasSize(1_250);
		assertThat(template().query(FilterQuery.of(Filter.where("title").startsWith("t1")).withOffset(10).withLimit(5),
				Article.class))
			.hasSize(5);
	}

	@Test
	void onlyTheFieldsAskedForAreReturned() {
		template().upsert(Article.of(1, "a"));
		Article found = template().findById(1L, Article.class, ReadOptions.DEFAULT.withOutputFields("title"));
		assertThat(found.title()).isEqualTo("a");
		assertThat(found.embedding()).isNull();
	}

	@Test
	void plainRowsWithDynamicFieldsAreReplaced() {
		template().collections().create("plain", 2);
		RowOperations rows = template().rows("plain");
		rows.upsert(Map.of("id", 1L, "vector", new float[] { 1, 0 }, "colour", "red", "size", 3));
		rows.upsert(Map.of("id", 1L, "vector", new float[] { 0, 1 }, "colour", "blue"));
		assertThat(rows.count()).isEqualTo(1);
		assertThat(rows.findAllById(List.of(1L)).get(0)).containsEntry("colour", "blue").doesNotContainKey("size");
		assertThat(rows.query(FilterQuery.of(Filter.where("colour").is("blue")))).hasSize(1);
	}

	@Test
	void dynamicFieldsOfAnEntityAreReplacedAndFound() {
		template().insert(new Item(1, Map.of("color", "red", "size", 3, "deep", Map.of("a", List.of(1, "b")))));
		template().upsertAll(List.of(new Item(2, Map.of("color", "blue")), new Item(3, Map.of())));
		assertThat(template().findById(1L, Item.class).extra())
			.isEqualTo(Map.of("color", "red", "size", 3, "deep", Map.of("a", List.of(1, "b"))));
		assertThat(template().query(FilterQuery.of(Filter.where("extra.color").is("blue")), Item.class))
			.extracting(Item::id)
			.containsExactly(2L);
		assertThat(template().query(FilterQuery.of(Filter.where("size").gt(2)), Item.class)).extracting(Item::id)
			.containsExactly(1L);
		template().upsert(new Item(1, Map.of("size", 4)));
		assertThat(template().findById(1L, Item.class).extra()).isEqualTo(Map.of("size", 4));
		assertThat(template().findById(3L, Item.class).extra()).isEmpty();
		ReadOptions color = ReadOptions.DEFAULT.withOutputFields("extra.color");
		assertThat(template().findById(2L, Item.class, color).extra()).isEqualTo(Map.of("color", "blue"));
	}

	@Test
	void aPartialUpdateIsRefusedByTheVersionAndChangesNothing() {
		Article article = Article.of(1, "whole", 1, 2, 3, 4);
		template().insert(article);
		Update update = Update.of(1L).set("title", "part");
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> template().update(update, Article.class),
				() -> template().updateAll(List.of(update), Article.class),
				() -> template().update(Article.of(1, "part"), "title"),
				() -> template().rows("articles").update(Map.of("id", 1L, "title", "part")))) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call)
				.withMessageContainingAll("2.3.5", "2.6.2 or newer", "nothing was written", "upsert");
		}
		assertThat(count()).isEqualTo(1);
		assertThat(template().findById(1L, Article.class)).usingRecursiveComparison().isEqualTo(article);
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	private long count() {
		return template().count(Filter.all(), Article.class);
	}

	@MilvusEntity("items")
	record Item(@Id long id, @DynamicFields Map<String, Object> extra, @VectorField(dimension = 2) float[] embedding) {

		@PersistenceCreator
		Item {
		}

		Item(long id, Map<String, Object> extra) {
			this(id, extra, new float[] { id, 1 });
		}

	}

}
