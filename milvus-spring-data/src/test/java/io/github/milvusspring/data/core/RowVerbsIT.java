package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rows as maps have the same verbs as entities.
 */
class RowVerbsIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private RowOperations rows;

	@BeforeEach
	void create() {
		this.milvus.template().createCollection("things", 2);
		this.rows = this.milvus.template().rows("things");
	}

	private static Map<String, Object> row(int id) {
		return Map.of("id", id, "vector", new float[] { id, 1 }, "color", (id % 2 == 0) ? "red" : "blue");
	}

	@Test
	void manyRowsAreInsertedInBatchesWithProgress() {
		List<Long> progress = new ArrayList<>();
		BatchOptions options = BatchOptions.DEFAULT.withProgress((written) -> progress.add(written.rows()));
		BatchProgress written = this.rows.insertAll(IntStream.range(0, 2_500).mapToObj(RowVerbsIT::row), options);
		assertThat(written.rows()).isEqualTo(2_500);
		assertThat(progress).isSorted().endsWith(2_500L);
		assertThat(this.rows.count()).isEqualTo(2_500);
	}

	@Test
	void manyRowsAreUpsertedInBatches() {
		this.rows.insert(row(1));
		Iterable<Map<String, Object>> again = List.of(row(1), row(2), row(3));
		assertThat(this.rows.upsertAll(again, BatchOptions.DEFAULT).rows()).isEqualTo(3);
		assertThat(this.rows.count()).isEqualTo(3);
	}

	@Test
	@SuppressWarnings({ "rawtypes", "unchecked" })
	void whatIsNoRowOfAStreamIsNamedByItsNumber() {
		Stream mixed = Stream.of(row(1), "no row");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.rows.insertAll(mixed, BatchOptions.DEFAULT))
			.havingRootCause()
			.isInstanceOf(InvalidDataAccessApiUsageException.class)
			.withMessageContaining("row 1 is a String");
	}

	@Test
	void rowsAreFoundByTheirKeysAndByFilters() {
		this.rows.insertAll(List.of(row(1), row(2), row(3)));
		assertThat(this.rows.findById(2)).containsEntry("color", "red");
		assertThat(this.rows.findById(9)).isNull();
		assertThat(this.rows.existsById(3)).isTrue();
		assertThat(this.rows.existsById(9)).isFalse();
		assertThat(this.rows.exists(Filter.where("color").is("red"))).isTrue();
		assertThat(this.rows.count(Filter.where("color").is("blue"))).isEqualTo(2);
		Window<Map<String, Object>> first = this.rows.scroll(FilterQuery.of(Filter.all()).withLimit(2),
				ScrollPosition.keyset());
		assertThat(first).hasSize(2);
		assertThat(this.rows.scroll(FilterQuery.of(Filter.all()).withLimit(2), first.positionAt(1))).hasSize(1);
		assertThat(this.rows.searchAll(VectorQuery.of(1, 1))).singleElement()
			.satisfies((hits) -> assertThat(hits.getContent()).hasSize(3));
	}

	@Test
	void someFieldsOfRowsAreUpdated() {
		this.rows.insertAll(List.of(row(1), row(2)));
		this.rows.updateAll(List.of(Map.of("id", 1, "vector", new float[] { 5, 5 })), PropertySelection.PRESENT);
		this.rows.updateAll(List.of(Update.of(2L).set("vector", new float[] { 6, 6 })));
		assertThat(this.rows.findById(1)).containsEntry("color", "blue").containsEntry("vector", new float[] { 5, 5 });
		assertThat(this.rows.findById(2)).containsEntry("color", "red").containsEntry("vector", new float[] { 6, 6 });
	}

	@Test
	void rowsAreDeleted() {
		this.rows.insertAll(List.of(row(1), row(2), row(3)));
		assertThat(this.rows.deleteById(1)).isEqualTo(1);
		assertThat(this.rows.delete(Filter.where("color").is("red"))).isEqualTo(1);
		assertThat(this.rows.deleteAll()).isEqualTo(1);
		assertThat(this.rows.count()).isZero();
	}

}
