package io.github.milvusspring.data.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusIndex;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of many rows on Milvus Lite.
 */
class LiteBulkIT {

	@TempDir
	Path directory;

	private MilvusLite lite;

	private MilvusConnection connection;

	private MilvusTemplate template;

	@BeforeEach
	void start() {
		this.lite = MilvusLite.start(MilvusLiteOptions.defaults().withDataDirectory(this.directory));
		this.connection = MilvusConnection.open(ConnectionSettings.of(this.lite.uri()));
		this.template = new MilvusTemplate(this.connection, new MilvusConverter(new MilvusMappingContext()));
	}

	@AfterEach
	void stop() {
		this.connection.close();
		this.lite.close();
	}

	@Test
	void rowsOfOneCallStayInMemoryAndThoseOfAStreamArePutIntoFiles() throws IOException {
		this.template.upsertAll(rows(0, 2_000, Exact::new));
		this.template.upsertAll(rows(0, 999, Exact::new).stream(), Exact.class, BatchOptions.DEFAULT);
		assertThat(files()).isZero();
		this.template.upsertAll(rows(0, 1_000, Exact::new).stream(), Exact.class, BatchOptions.DEFAULT);
		assertThat(files()).isOne();
		assertThat(this.template.count(Filter.all(), Exact.class)).isEqualTo(2_000);
	}

	@Test
	void everyWriteThatTakesSeveralCallsIsPutIntoFiles() throws Exception {
		this.template.insertAll(rows(0, 1_000, Exact::new).stream(), Exact.class, BatchOptions.DEFAULT);
		assertThat(files()).isOne();
		this.template.insertAll(rows(1_000, 12_000, Exact::new));
		assertThat(files()).isGreaterThan(1);
		long before = files();
		this.template.async().upsertAll(rows(12_000, 23_000, Exact::new), WriteOptions.DEFAULT).get();
		assertThat(files()).isGreaterThan(before);
		assertThat(this.template.count(Filter.all(), Exact.class)).isEqualTo(23_000);
	}

	/** An index is built where an entity asks for it, and has to find what is there. */
	@Test
	void anIndexThatAnEntityAsksForFindsWhatAnExactSearchFinds() {
		this.template.insertAll(rows(0, 5_000, Exact::new).stream(), Exact.class, BatchOptions.DEFAULT);
		this.template.insertAll(rows(0, 5_000, Graph::new).stream(), Graph.class, BatchOptions.DEFAULT);
		assertThat(this.template.collections().describe("graph_rows").indexes("embedding").get(0).type())
			.isEqualTo(IndexType.HNSW);
		int found = 0;
		for (int query = 0; query < 50; query++) {
			VectorQuery search = VectorQuery.of(vector(10_000 + query)).withLimit(10);
			Set<Long> exact = new HashSet<>();
			this.template.search(search, Exact.class).forEach((hit) -> exact.add(hit.getContent().id()));
			assertThat(exact).hasSize(10);
			found += (int) this.template.search(search, Graph.class)
				.stream()
				.filter((hit) -> exact.contains(hit.getContent().id()))
				.count();
		}
		assertThat(found).as("of 500 nearest rows").isGreaterThan(475);
	}

	private long files() throws IOException {
		try (Stream<Path> all = Files.walk(this.directory)) {
			return all.filter((path) -> path.toString().endsWith(".parquet")).count();
		}
	}

	private static <T> List<T> rows(int from, int to, BiFunction<Long, float[], T> row) {
		return IntStream.range(from, to).mapToObj((id) -> row.apply((long) id, vector(id))).toList();
	}

	private static float[] vector(int seed) {
		Random random = new Random(seed);
		float[] vector = new float[16];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = (float) random.nextGaussian();
		}
		return vector;
	}

	@MilvusEntity("exact_rows")
	record Exact(@Id Long id, @VectorField(dimension = 16) float[] embedding) {
	}

	@MilvusEntity("graph_rows")
	record Graph(@Id Long id, @MilvusIndex(type = IndexType.HNSW) @VectorField(dimension = 16) float[] embedding) {
	}

}
