package io.github.milvusspring.data.types;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whether every type that Milvus Lite has comes back as it was written.
 */
class LiteTypesIT {

	@RegisterExtension
	final MilvusLiteServer lite = new MilvusLiteServer();

	private static final GeometryFactory SHAPES = new GeometryFactory();

	@Test
	void scalarsComeBackAsTheyWere() throws Exception {
		new RoundTrip(this.lite.template()).scalars();
	}

	@Test
	void nullsComeBackAsNull() {
		new RoundTrip(this.lite.template()).nulls();
	}

	@Test
	void listsAndJsonComeBackAsTheyWere() throws Exception {
		new RoundTrip(this.lite.template()).lists();
	}

	private static LiteTypes newer(long id, Instant instant) {
		return new LiteTypes(id, instant, instant.atOffset(ZoneOffset.UTC), instant.atZone(ZoneOffset.UTC),
				new Date(1_500_000_000_123L), "2025-01-01T00:00:00Z", "POINT (1 2)",
				SHAPES.toGeometry(new Envelope(0, 1.5, -2, 3)), SHAPES.createPoint(new Coordinate(3, 4)),
				SparseVector.of(Map.of(0, 1f, 4_294_967_294L, 2f)), Map.of(7L, 0.5f), List.of(1f, 2f, -3f));
	}

	@Test
	void newerTypesComeBackAsTheyWere() {
		RoundTrip trip = new RoundTrip(this.lite.template());
		trip.keeps(LiteTypes.class, 1L, newer(1, Instant.parse("2025-01-02T03:04:05.678901Z")));
		trip.keeps(LiteTypes.class, 2L, newer(2, Instant.parse("0001-01-01T00:00:00Z")));
		trip.keeps(LiteTypes.class, 3L, newer(3, Instant.parse("9999-12-31T23:59:59.999999Z")));
		trip.keeps(LiteTypes.class, 4L, new LiteTypes(4L, null, null, null, null, null, null, null, null,
				SparseVector.of(Map.of(1, 1f)), Map.of(1L, 1f), List.of(1f, 0f, 0f)));
	}

	@Test
	void pointsInTimeKeepTheirMicroseconds() {
		this.lite.template().upsert(newer(1, Instant.parse("2025-01-02T03:04:05.678901999Z")));
		LiteTypes found = this.lite.template().findById(1L, LiteTypes.class);
		assertThat(found).isNotNull();
		assertThat(found.instant()).isEqualTo("2025-01-02T03:04:05.678901Z");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.lite.template().upsert(newer(2, Instant.parse("+10000-01-01T00:00:00Z"))))
			.withMessageContainingAll("'instant' of row 0", "years 1 to 9999", "Nothing was written");
	}

	@Test
	void filtersTakeValuesOfThePropertysType() throws Exception {
		this.lite.template().upsert(newer(1, Instant.parse("2025-01-02T03:04:05Z")));
		this.lite.template().upsert(newer(2, Instant.parse("2026-01-02T03:04:05Z")));
		OffsetDateTime between = OffsetDateTime.parse("2025-06-01T00:00:00+02:00");
		assertThat(this.lite.template().query(FilterQuery.of(Filter.where("offset").gt(between)), LiteTypes.class))
			.hasSize(1);
		Scalars scalars = Scalars.largest(UUID.randomUUID());
		this.lite.template().upsert(scalars);
		for (Filter filter : List.of(Filter.where("id").is(scalars.id()), Filter.where("color").is(Scalars.Color.BLUE),
				Filter.where("decimal").is(Objects.requireNonNull(scalars.decimal())),
				Filter.where("uuid").in(List.of(new UUID(-1, 1))),
				Filter.where("instantMillis").is(Objects.requireNonNull(scalars.instantMillis())),
				Filter.where("zonedDateTimeText").is(Objects.requireNonNull(scalars.zonedDateTimeText())))) {
			assertThat(this.lite.template().query(FilterQuery.of(filter), Scalars.class)).as(filter.toString())
				.hasSize(1);
		}
		this.lite.template().delete(scalars);
		assertThat(this.lite.template().findById(scalars.id(), Scalars.class)).isNull();
	}

	@Test
	void rowsAsMapsTakeAndGiveNaturalValues() {
		Instant instant = Instant.parse("2025-01-02T03:04:05.678901Z");
		this.lite.template().ensureCollection(LiteTypes.class);
		Map<String, Object> row = Map.of("id", 9L, "instant", instant, "offset", "2025-01-01T00:00:00+01:00", "wkt",
				"POINT (1 2)", "geometry", SHAPES.createPoint(new Coordinate(1, 2)), "sparse",
				SparseVector.of(Map.of(1, 1f)), "sparseMap", Map.of(2, 0.5), "list", List.of(1, 2, 3));
		this.lite.template().rows("newer").upsert(row);
		Map<String, Object> found = this.lite.template().rows("newer").findAllById(List.of(9L)).get(0);
		assertThat(found).containsEntry("instant", instant)
			.containsEntry("offset", Instant.parse("2024-12-31T23:00:00Z"))
			.containsEntry("geometry", "POINT (1 2)")
			.containsEntry("sparseMap", SparseVector.of(Map.of(2, 0.5)))
			.containsEntry("date", null);
	}

	@Test
	void defaultValuesTakeThePlaceOfNull() {
		this.lite.template().upsert(new Defaults(1L, null, null, new float[] { 1, 2 }));
		assertThat(this.lite.template().findById(1L, Defaults.class)).isNotNull()
			.satisfies((row) -> assertThat(row.count()).isEqualTo(7))
			.satisfies((row) -> assertThat(row.color()).isEqualTo(Scalars.Color.RED));
	}

	@MilvusEntity("defaults")
	record Defaults(@Id Long id, @MilvusField(defaultValue = "7") @Nullable Integer count,
			@MilvusField(defaultValue = "RED") Scalars.@Nullable Color color,
			@VectorField(dimension = 2) float[] vector) {
	}

	@Test
	void typesThatMilvusLiteHasNotAreRefusedBeforeTheyAreLost() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.lite.template().ensureCollection(Bits.class))
			.withMessageContainingAll("'bits'", "Milvus Lite has no BINARY_VECTOR fields", "Milvus standalone",
					"Zilliz Cloud");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.lite.template().ensureCollection(Halves.class))
			.withMessageContainingAll("FLOAT16_VECTOR", "2.4");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.lite.template().ensureCollection(NullVector.class))
			.withMessageContainingAll("'vector'", "zeros");
	}

	@MilvusEntity
	record Bits(@Id Long id, @VectorField(dimension = 16) byte[] bits) {
	}

	@MilvusEntity
	record Halves(@Id Long id, @VectorField(dimension = 2, type = FieldType.FLOAT16_VECTOR) float[] halves) {
	}

	@MilvusEntity
	record NullVector(@Id Long id, @VectorField(dimension = 2) float @Nullable [] vector) {
	}

}
