package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.admin.LoadOptions;
import io.github.milvusspring.data.admin.LoadState;
import io.github.milvusspring.data.admin.MilvusAliases;
import io.github.milvusspring.data.admin.MilvusCollection;
import io.github.milvusspring.data.admin.MilvusDatabases;
import io.github.milvusspring.data.admin.MilvusPartitions;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.rebuild.CollectionRebuilder;
import io.github.milvusspring.data.rebuild.RebuildOptions;
import io.github.milvusspring.data.rebuild.RebuildProgress.Step;
import io.github.milvusspring.data.rebuild.RebuildResult;
import io.github.milvusspring.data.write.WriteOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Administration and rebuilds on the complete server, which loads in the background and
 * has partitions to load.
 */
class FullServerAdministrationIT {

	private static final ReadOptions STRONG = ReadOptions.DEFAULT.withConsistency(ConsistencyLevel.STRONG);

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@Test
	void aCollectionIsLoadedFlushedCompactedAndMeasured() throws Exception {
		createShelf();
		MilvusCollection shelf = template().collection("shelf");
		shelf.release();
		assertThat(shelf.loadState().status()).isEqualTo(LoadState.Status.NOT_LOADED);
		List<LoadState> progress = new ArrayList<>();
		shelf.load(LoadOptions.replicas(1).withTimeout(Duration.ofMinutes(1)).withProgress(progress::add));
		assertThat(progress).last().isEqualTo(new LoadState(LoadState.Status.LOADED, 100));
		shelf.refreshLoad(Duration.ofMinutes(1));
		shelf.flush();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(shelf.statistics().rows()).isEqualTo(3));
		long compaction = shelf.compact();
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> shelf.compactionState(compaction).completed());
	}

	@Test
	void moreReplicasThanNodesAreRefused() {
		createShelf();
		template().collection("shelf").release();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> template().collection("shelf").load(LoadOptions.replicas(9)));
	}

	@Test
	void partitionsAreLoadedAndReleasedOneByOne() {
		createShelf();
		MilvusPartitions partitions = template().partitions("shelf");
		partitions.create("new");
		template().rows("shelf").upsert(row(4), WriteOptions.inPartition("new"));
		template().collection("shelf").release();
		partitions.load("new");
		assertThat(partitions.loadState("new").isLoaded()).isTrue();
		assertThat(partitions.loadState("_default").isLoaded()).isFalse();
		assertThat(template().rows("shelf").count(Filter.all(), STRONG.withPartitions("new"))).isEqualTo(1);
		partitions.release("new");
		assertThat(partitions.loadState("new").isLoaded()).isFalse();
		partitions.drop("new");
		assertThat(partitions.names()).containsExactly("_default");
	}

	@Test
	void aliasesAndNamesChange() {
		createShelf();
		MilvusAliases aliases = template().aliases();
		aliases.create("current", "shelf");
		assertThat(aliases.of("shelf")).containsExactly("current");
		assertThat(template().rows("current").count(Filter.all(), STRONG)).isEqualTo(3);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> template().collection("current").drop());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> template().collection("current").rename("other"));
		template().collection("shelf").rename("rack");
		assertThat(aliases.names()).containsExactly("current");
		assertThat(template().collection("rack").loadState().isLoaded()).isTrue();
		assertThat(template().rows("current").count(Filter.all(), STRONG)).isEqualTo(3);
		template().createCollection("shelf2", 2);
		aliases.alter("current", "shelf2");
		assertThat(template().rows("current").count(Filter.all(), STRONG)).isZero();
		aliases.drop("current");
		assertThat(aliases.find("current")).isNull();
	}

	@Test
	void databasesComeAndGo() {
		MilvusDatabases databases = template().databases();
		databases.create("archive");
		assertThat(databases.names()).contains("archive");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> databases.create("archive"));
		databases.drop("archive");
		assertThat(databases.names()).doesNotContain("archive");
	}

	@Test
	void aCollectionIsRebuiltBehindItsAlias() {
		Notes.writeNumbers(template(), 1_234);
		RebuildResult result = new CollectionRebuilder(fresh()).rebuild(Notes.Texts.class,
				RebuildOptions.DEFAULT.withAdoption().withRow((row) -> {
					row.put("title", "title " + row.get("number"));
					return row;
				}));
		assertThat(result).isEqualTo(new RebuildResult("numbers", "numbers_v1", "numbers_v2", 1_234));
		MilvusTemplate application = fresh();
		assertThat(application.count(Filter.all(), Notes.Texts.class, STRONG)).isEqualTo(1_234);
		assertThat(application.findById(7L, Notes.Texts.class, STRONG)).isNotNull()
			.satisfies((row) -> assertThat(row.title()).isEqualTo("title 7"));
		assertThat(template().collections().names()).containsExactlyInAnyOrder("numbers_v1", "numbers_v2");
		template().aliases().drop("numbers");
	}

	@Test
	void ofTwoRebuildsOneStops() {
		Notes.writeNumbers(template(), 500);
		RebuildOptions options = RebuildOptions.DEFAULT.withAdoption()
			.withUnchangedSchema()
			.withTakeOverAfter(Duration.ZERO);
		for (Step step : List.of(Step.CREATED, Step.VERIFIED)) {
			boolean[] done = new boolean[1];
			assertThatExceptionOfType(ConcurrencyFailureException.class).as(step.name())
				.isThrownBy(() -> new CollectionRebuilder(fresh()).rebuild(Notes.Numbers.class,
						options.withProgress((progress) -> {
							if (progress.step() == step && !done[0]) {
								done[0] = true;
								new CollectionRebuilder(fresh()).rebuild(Notes.Numbers.class, options);
							}
						})));
			assertThat(template().rows("numbers").count(Filter.all(), STRONG)).isEqualTo(500);
		}
		assertThat(template().collections().names()).allMatch((name) -> name.matches("numbers_v\\d"));
		template().aliases().drop("numbers");
	}

	private void createShelf() {
		template().createCollection("shelf", 2);
		template().rows("shelf").upsertAll(List.of(row(1), row(2), row(3)));
	}

	private static Map<String, Object> row(long id) {
		return Map.of("id", id, "vector", new float[] { id, 1 });
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	// An application that has just started.
	private MilvusTemplate fresh() {
		return new MilvusTemplate(this.milvus.connection(), new MilvusConverter(new MilvusMappingContext()));
	}

}
