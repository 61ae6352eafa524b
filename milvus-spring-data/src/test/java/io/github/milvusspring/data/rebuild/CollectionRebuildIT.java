package io.github.milvusspring.data.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.admin.SchemaMismatchException;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.core.Notes;
import io.github.milvusspring.data.mapping.AutoId;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.rebuild.RebuildProgress.Step;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.WriteOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Collections built anew behind their aliases.
 */
class CollectionRebuildIT {

	private static final int ROWS = 1_234;

	private static final RebuildOptions AT_ONCE = RebuildOptions.DEFAULT.withTakeOverAfter(Duration.ZERO);

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void allRowsAreBehindTheAliasInTheNewShape() {
		writeBehindAlias();
		Map<Object, String> before = Notes.rows(template(), "notes");
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> fresh().ensureCollection(Notes.New.class));
		RebuildResult result = new CollectionRebuilder(fresh()).rebuild(Notes.New.class, RebuildOptions.DEFAULT);
		assertThat(result).isEqualTo(new RebuildResult("notes", "notes_v1", "notes_v2", ROWS));
		assertThat(before).hasSize(ROWS);
		assertThat(Notes.rows(template(), "notes")).isEqualTo(before);
		assertThat(Notes.rows(template(), "notes_v1")).isEqualTo(before);
		assertThat(template().collections().names()).containsExactlyInAnyOrder("notes_v1", "notes_v2");
		assertThat(template().collections().describe("notes").field("dropped")).isNull();
		MilvusTemplate application = fresh();
		assertThat(application.findById(7L, Notes.New.class)).isNotNull()
			.satisfies((note) -> assertThat(note.added()).isNull());
		assertThat(application.search(VectorQuery.of(7, 1).withLimit(1), Notes.New.class)).hasSize(1);
		template().collection(result.oldCollection()).drop();
		assertThat(Notes.rows(template(), "notes")).isEqualTo(before);
	}

	@Test
	void nothingIsDoneToACollectionThatIsAsDeclared() {
		writeBehindAlias();
		assertThat(new CollectionRebuilder(fresh()).rebuild(Notes.Old.class, RebuildOptions.DEFAULT))
			.isEqualTo(new RebuildResult("notes", null, "notes_v1", 0));
		assertThat(
				new CollectionRebuilder(fresh()).rebuild(Notes.Old.class, RebuildOptions.DEFAULT.withUnchangedSchema())
					.rowsCopied())
			.isEqualTo(ROWS);
	}

	@Test
	void aCollectionOfThatNameIsAdoptedOnlyWhenAllowed() {
		Notes.write(template(), ROWS);
		Map<Object, String> before = Notes.rows(template(), "notes");
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> new CollectionRebuilder(fresh()).rebuild(Notes.New.class, RebuildOptions.DEFAULT))
			.withMessageContaining("withAdoption()");
		assertThat(template().collections().names()).containsExactly("notes");
		assertThat(new CollectionRebuilder(fresh()).rebuild(Notes.New.class, RebuildOptions.DEFAULT.withAdoption())
			.oldCollection()).isEqualTo("notes_v1");
		assertThat(Notes.rows(template(), "notes")).isEqualTo(before);
	}

	@Test
	void theFirstVersionIsCreatedBehindAnAlias() {
		assertThat(new CollectionRebuilder(fresh()).rebuild(Notes.New.class, RebuildOptions.DEFAULT))
			.isEqualTo(new RebuildResult("notes", null, "notes_v1", 0));
		fresh().ensureCollection(Notes.New.class);
		assertThat(template().collections().names()).containsExactly("notes_v1");
	}

	@Test
	void aRowCanBeChangedOnItsWay() {
		writeBehindAlias();
		new CollectionRebuilder(fresh()).rebuild(Notes.New.class, RebuildOptions.DEFAULT.withRow((row) -> {
			row.put("added", "was " + row.get("dropped"));
			return row;
		}));
		assertThat(fresh().findById(7L, Notes.New.class)).isNotNull()
			.satisfies((note) -> assertThat(note.added()).isEqualTo("was 7"));
	}

	@Test
	void aRowThatDoesNotFitLeavesTheAliasAsItWas() {
		writeBehindAlias();
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> new CollectionRebuilder(fresh()).rebuild(Narrow.class, RebuildOptions.DEFAULT))
			.havingCause()
			.isInstanceOf(DataIntegrityViolationException.class)
			.withMessageContaining("added");
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> new CollectionRebuilder(fresh()).rebuild(Notes.New.class, AT_ONCE.withRow((row) -> {
				row.put("id", 1L);
				return row;
			})))
			.havingCause()
			.withMessageContaining("keeps keys");
		assertThat(template().aliases().find("notes")).isEqualTo("notes_v1");
		assertThat(new CollectionRebuilder(fresh()).rebuild(Notes.New.class, AT_ONCE).newCollection())
			.isEqualTo("notes_v2");
		assertThat(template().collections().names()).containsExactlyInAnyOrder("notes_v1", "notes_v2");
	}

	@Test
	void rowsThatComeAndGoBeforeTheComparisonAreFollowed() {
		writeBehindAlias();
		new CollectionRebuilder(fresh()).rebuild(Notes.New.class,
				RebuildOptions.DEFAULT.withProgress(once(Step.COPIED, () -> {
					template().upsert(Notes.old(5_000));
					template().deleteAllById(List.of(3L, 4L), Notes.Old.class);
				})));
		assertThat(Notes.rows(template(), "notes")).isEqualTo(Notes.rows(template(), "notes_v1"))
			.containsKey(5_000L)
			.doesNotContainKeys(3L, 4L);
	}

	@Test
	void rowsThatChangeMeanwhileAreCopiedAgainWithoutReplacingNewerOnes() {
		writeBehindAlias();
		long start = 100_000;
		Map<Step, Runnable> writer = Map.of(Step.COPYING, () -> change(1, start + 1), Step.COPIED,
				() -> change(2, start + 2), Step.VERIFIED, () -> {
					change(3, start + 3);
					change(4, start + 4);
				}, Step.SWITCHED,
				() -> template().rows("notes")
					.upsert(Map.of("id", 4L, "title", "newest", "changed", start + 9, "embedding",
							new float[] { 4, 9 })));
		new CollectionRebuilder(fresh()).rebuild(Notes.New.class,
				RebuildOptions.DEFAULT.withChangedSince("changed", start)
					.withProgress((progress) -> writer.getOrDefault(progress.step(), () -> {
					}).run()));
		Map<Object, String> rows = Notes.rows(template(), "notes");
		assertThat(rows).hasSize(ROWS);
		assertThat(List.of(rows.get(1L), rows.get(2L), rows.get(3L), rows.get(4L))).containsExactly(
				"changed 100001 [1.0, 1.0]", "changed 100002 [2.0, 1.0]", "changed 100003 [3.0, 1.0]",
				"newest 100009 [4.0, 9.0]");
	}

	private void change(long id, long version) {
		template().upsert(new Notes.Old(id, "changed", 0, version, new float[] { id, 1 }));
	}

	@Test
	void ofTwoThatRebuildAtOnceOneStopsAndNothingIsLost() {
		writeBehindAlias();
		Map<Object, String> before = Notes.rows(template(), "notes");
		for (Step step : List.of(Step.CREATED, Step.COPYING, Step.VERIFIED)) {
			AtomicReference<RebuildResult> second = new AtomicReference<>();
			assertThatExceptionOfType(ConcurrencyFailureException.class).as(step.name())
				.isThrownBy(() -> new CollectionRebuilder(fresh()).rebuild(Notes.Old.class,
						AT_ONCE.withUnchangedSchema()
							.withProgress(once(step,
									() -> second.set(new CollectionRebuilder(fresh()).rebuild(Notes.Old.class,
											AT_ONCE.withUnchangedSchema()))))))
				.withMessageContaining("Another instance");
			assertThat(second.get().newCollection()).isEqualTo(template().aliases().find("notes"));
			assertThat(Notes.rows(template(), "notes")).isEqualTo(before);
		}
		assertThat(template().collections().names()).allMatch((name) -> name.matches("notes_v\\d"));
	}

	@Test
	void aSecondOneThatSeesTheSwitchFinishesTheFirst() {
		writeBehindAlias();
		AtomicReference<RebuildResult> second = new AtomicReference<>();
		RebuildResult first = new CollectionRebuilder(fresh()).rebuild(Notes.New.class,
				AT_ONCE.withProgress(once(Step.SWITCHED,
						() -> second.set(new CollectionRebuilder(fresh()).rebuild(Notes.New.class, AT_ONCE)))));
		assertThat(second.get()).isEqualTo(new RebuildResult("notes", "notes_v1", "notes_v2", 0));
		assertThat(first).isEqualTo(new RebuildResult("notes", "notes_v1", "notes_v2", ROWS));
	}

	@Test
	void partitionsAndDynamicFieldsAreKept() {
		template().createCollection("free_v1", 2);
		template().aliases().create("free", "free_v1");
		template().partitions("free").create("2026");
		template().rows("free").upsertAll(IntStream.range(0, 1_500).mapToObj((id) -> free(id)).toList());
		template().rows("free").upsert(free(9_999), WriteOptions.inPartition("2026"));
		RebuildResult result = new CollectionRebuilder(fresh()).rebuild(Free.class, RebuildOptions.DEFAULT);
		assertThat(result.rowsCopied()).isEqualTo(1_501);
		assertThat(template().rows("free").count(Filter.where("id").gte(0), ReadOptions.inPartitions("2026")))
			.isEqualTo(1);
		assertThat(template().rows("free").findAllById(List.of(9_999L)).get(0)).containsEntry("label", "label 9999");
	}

	@Test
	void generatedKeysAreRefusedUnlessNewOnesAreAllowed() {
		MilvusTemplate old = fresh();
		old.insertAll(IntStream.range(0, 10).mapToObj((i) -> new Generated(null, i, new float[] { i, 1 })).toList());
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> new CollectionRebuilder(fresh()).rebuild(Generated.class,
					RebuildOptions.DEFAULT.withAdoption().withUnchangedSchema()))
			.withMessageContaining("withNewKeys()");
		RebuildResult result = new CollectionRebuilder(fresh()).rebuild(Generated.class,
				RebuildOptions.DEFAULT.withNewKeys().withUnchangedSchema());
		assertThat(result.rowsCopied()).isEqualTo(10);
		assertThat(template().rows("generated").count()).isEqualTo(10);
	}

	@Test
	void textKeysAreComparedInTheServersOrder() {
		List<Texts> rows = new ArrayList<>();
		for (String key : List.of("a", "B", "ä", "\uFB00", "\uD83D\uDE00", "z", "10", "9")) {
			rows.add(new Texts(key, new float[] { 1, 1 }));
		}
		template().upsertAll(rows);
		RebuildResult result = new CollectionRebuilder(fresh())
			.rebuild(Texts.class, RebuildOptions.DEFAULT.withAdoption()
				.withUnchangedSchema()
				.withProgress(once(Step.COPIED, () -> fresh().rows("texts").deleteAllById(List.of("B", "\uFB00")))));
		assertThat(result.rowsCopied()).isEqualTo(8);
		assertThat(template().rows("texts").count()).isEqualTo(6);
		assertThat(template().rows("texts").findAllById(List.of("\uD83D\uDE00"))).hasSize(1);
	}

	private static Consumer<RebuildProgress> once(Step step, Runnable action) {
		List<Step> seen = new ArrayList<>();
		return (progress) -> {
			if (progress.step() == step && !seen.contains(step)) {
				seen.add(step);
				action.run();
			}
		};
	}

	private void writeBehindAlias() {
		new CollectionRebuilder(fresh()).rebuild(Notes.Old.class, RebuildOptions.DEFAULT);
		Notes.write(template(), ROWS);
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	// An application that has just started.
	private MilvusTemplate fresh() {
		return new MilvusTemplate(this.milvus.connection(), new MilvusConverter(new MilvusMappingContext()));
	}

	private static Map<String, Object> free(long id) {
		return Map.of("id", id, "vector", new float[] { id, 1 }, "label", "label " + id);
	}

	@MilvusEntity("notes")
	record Narrow(@Id long id, String added, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("free")
	record Free(@Id long id, String label, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity("generated")
	record Generated(@Id @AutoId @Nullable Long id, int number, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity("texts")
	record Texts(@Id String id, @VectorField(dimension = 2) float[] vector) {
	}

}
