package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.MilvusServerException;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.WriteOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The contract of reads and writes, for plain rows.
 */
class RowContractIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private RowOperations rows;

	@BeforeEach
	void createCollection() {
		template().createCollection("demo", 5);
		this.rows = template().rows("demo");
	}

	@Test
	void pymilvusExampleReplaysLineByLine() {
		template().createCollection("test_upsert", 5);
		RowOperations collection = template().rows("test_upsert");
		List<Map<String, Object>> data = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			data.add(Map.of("id", i, "vector", vector(i), "color", "color_" + i));
		}
		assertThat(collection.insertAll(data).count()).isEqualTo(10);

		Map<String, Object> one = Map.of("id", 1, "vector", vector(100), "color", "black");
		assertThat(collection.upsert(one).count()).isEqualTo(1);

		List<Map<String, Object>> many = List.of(Map.of("id", 2, "vector", vector(200), "color", "white"),
				Map.of("id", 11, "vector", vector(11), "color", "green"));
		assertThat(collection.upsertAll(many).count()).isEqualTo(2);

		assertThat(collection.count()).isEqualTo(11);
		assertThat(collection.findAllById(List.of(1, 2, 11))).extracting((row) -> row.get("color"))
			.containsExactlyInAnyOrder("black", "white", "green");
	}

	@Test
	void upsertReplacesTheRowWithItsDynamicFields() {
		this.rows.upsert(Map.of("id", 1, "vector", vector(1), "color", "red"));
		this.rows.upsert(Map.of("id", 1, "vector", vector(2), "size", 7));
		assertThat(this.rows.findAllById(List.of(1))).singleElement().satisfies((row) -> {
			assertThat(row).containsEntry("size", 7).doesNotContainKey("color");
			assertThat((float[]) row.get("vector")).containsExactly(vector(2));
		});
	}

	@Test
	void vectorsMayBeListsOrDoubles() {
		this.rows.upsertAll(List.of(Map.of("id", 1, "vector", List.of(0.5, 1, 2, 3, 4)),
				Map.of("id", 2, "vector", new double[] { 0.5, 1, 2, 3, 4 })));
		assertThat(this.rows.findAllById(List.of(1L, 2L))).hasSize(2)
			.allSatisfy((row) -> assertThat((float[]) row.get("vector")).containsExactly(0.5f, 1, 2, 3, 4));
	}

	@Test
	void writesGoIntoANamedPartition() {
		template().partitions("demo").create("archive");
		assertThat(this.rows.upsert(Map.of("id", 1, "vector", vector(1)), WriteOptions.inPartition("archive")).count())
			.isEqualTo(1);
		assertThat(this.rows.count(Filter.all(), ReadOptions.inPartitions("archive"))).isEqualTo(1);
		assertThat(this.rows.count(Filter.all(), ReadOptions.inPartitions("_default"))).isZero();
		assertThat(this.rows.findAllById(List.of(1), ReadOptions.inPartitions("_default"))).isEmpty();
	}

	@Test
	void aTimeoutThatPassesIsATypedException() {
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(
				() -> this.rows.upsert(Map.of("id", 1, "vector", vector(1)), WriteOptions.within(Duration.ofNanos(1))));
		assertThat(this.rows.upsert(Map.of("id", 2, "vector", vector(1))).count()).isEqualTo(1);
	}

	@Test
	void anErrorKeepsTheCodeAndReasonOfTheServer() {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> template().rows("nowhere").upsert(Map.of("id", 1)))
			.withMessageContaining("nowhere")
			.havingCause()
			.isInstanceOfSatisfying(MilvusServerException.class,
					(server) -> assertThat(server.getCode()).isEqualTo(100));
	}

	@Test
	void getQueryAndSearchSeeTheNewValues() {
		this.rows.upsert(Map.of("id", 1, "vector", vector(1), "color", "red"));
		this.rows.upsert(Map.of("id", 1, "vector", vector(2), "color", "blue"));
		assertThat(this.rows.query(FilterQuery.of(Filter.where("color").is("blue")))).hasSize(1);
		assertThat(this.rows.query(FilterQuery.of(Filter.where("color").is("red")))).isEmpty();
		assertThat(this.rows.search(VectorQuery.of(vector(2)).withLimit(3)).getContent()).singleElement()
			.satisfies((hit) -> assertThat(hit.getContent()).containsEntry("color", "blue").containsEntry("id", 1L));
	}

	@Test
	void deleteRemoves() {
		this.rows.upsertAll(List.of(Map.of("id", 1, "vector", vector(1), "color", "red"),
				Map.of("id", 2, "vector", vector(2), "color", "blue"),
				Map.of("id", 3, "vector", vector(3), "color", "blue")));
		assertThat(this.rows.deleteAllById(List.of(1))).isEqualTo(1);
		assertThat(this.rows.delete(Filter.where("color").is("blue"))).isEqualTo(2);
		assertThat(this.rows.count()).isZero();
	}

	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void anythingButRowsAsDataIsRefusedWithASentenceThatSaysWhatRowsAre() {
		for (Object wrong : new Object[] { "text", 1, List.of(Map.of()), new float[5] }) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> this.rows.upsertAll((List) List.of(wrong)))
				.withMessageContaining("A row is a Map from the name of a field to its value")
				.withMessageContaining("row 0 is a ");
		}
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.rows.insert((Map) Map.of(1, 2)))
			.withMessageContaining("which is not a String");
		List<Map<String, ?>> holdsNull = new ArrayList<>();
		holdsNull.add(null);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.rows.upsertAll(holdsNull))
			.withMessageContaining("row 0 is null");
		assertThat(this.rows.count()).isZero();
	}

	@Test
	void aCollectionThatWasMadeAnewIsLookedUpAgain() {
		this.rows.upsert(Map.of("id", 1, "vector", vector(1)));
		template().collection("demo").drop();
		template().createCollection("demo", 2);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.rows.upsert(Map.of("id", 1, "vector", vector(1))));
		assertThat(this.rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 2 })).count()).isEqualTo(1);
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	private static float[] vector(int seed) {
		return new float[] { 0.1f * seed, 1, 0.2f, 0.3f, 0.4f };
	}

}
