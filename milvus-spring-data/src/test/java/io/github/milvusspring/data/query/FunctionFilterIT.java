package io.github.milvusspring.data.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.MilvusServer;
import io.milvus.v2.common.ConsistencyLevel;
import io.milvus.v2.common.DataType;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq.CollectionSchema;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import io.milvus.v2.service.vector.request.InsertReq;
import io.milvus.v2.service.vector.request.QueryReq;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether Milvus Lite finds the rows that a filter over points and times means.
 */
class FunctionFilterIT {

	private static final String DATABASE = "functions";

	private static final String COLLECTION = "places";

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final FilterWriter WRITER = new FilterWriter(FunctionFilterIT::field, MilvusServer.LITE);

	private static final List<Place> PLACES = IntStream.range(0, 120).mapToObj(Place::of).toList();

	private static @Nullable MilvusConnection connection;

	private static @Nullable FieldSchema field(String name) {
		return switch (name) {
			case "spot" -> FieldSchema.of("spot", FieldType.GEOMETRY).nullable(true).build();
			case "created" -> FieldSchema.of("created", FieldType.TIMESTAMPTZ).nullable(true).build();
			default -> null;
		};
	}

	@BeforeContainer
	static void writeRows() {
		ConnectionSettings settings = ConnectionSettings.of(MilvusLiteServer.uri());
		try (MilvusConnection administration = MilvusConnection.open(settings)) {
			administration.client().createDatabase(CreateDatabaseReq.builder().databaseName(DATABASE).build());
		}
		connection = MilvusConnection.open(settings.withDatabase(DATABASE));
		CollectionSchema schema = CollectionSchema.builder().build();
		schema.addField(AddFieldReq.builder().fieldName("id").dataType(DataType.Int64).isPrimaryKey(true).build());
		schema.addField(AddFieldReq.builder().fieldName("spot").dataType(DataType.Geometry).isNullable(true).build());
		schema.addField(
				AddFieldReq.builder().fieldName("created").dataType(DataType.Timestamptz).isNullable(true).build());
		schema.addField(AddFieldReq.builder().fieldName("vector").dataType(DataType.FloatVector).dimension(2).build());
		IndexParam index = IndexParam.builder()
			.fieldName("vector")
			.indexType(IndexParam.IndexType.FLAT)
			.metricType(IndexParam.MetricType.L2)
			.build();
		connection.client()
			.createCollection(CreateCollectionReq.builder()
				.collectionName(COLLECTION)
				.collectionSchema(schema)
				.indexParam(index)
				.build());
		connection.client()
			.insert(InsertReq.builder()
				.collectionName(COLLECTION)
				.data(new ArrayList<>(PLACES.stream().map(Place::row).toList()))
				.build());
	}

	@AfterContainer
	static void disconnect() {
		connection().close();
	}

	private static MilvusConnection connection() {
		return Objects.requireNonNull(connection);
	}

	@Property(tries = 90, edgeCases = EdgeCasesMode.NONE)
	void findsThePlacesThatAreMeant(@ForAll("places") Meaning one, @ForAll("times") Meaning other) {
		assertFound(one.filter(), one.meant());
		assertFound(other.filter(), other.meant());
		assertFound(one.filter().not(), one.opposite());
		assertFound(other.filter().not(), other.opposite());
		assertFound(one.filter().and(other.filter().not()), one.meant().and(other.opposite()));
		assertFound(one.filter().or(other.filter()).not(), one.opposite().and(other.opposite()));
	}

	private static void assertFound(Filter filter, Predicate<Place> meant) {
		String expression = WRITER.write(filter);
		Set<Object> found = connection().client()
			.query(QueryReq.builder()
				.collectionName(COLLECTION)
				.filter(expression)
				.outputFields(List.of("id"))
				.consistencyLevel(ConsistencyLevel.STRONG)
				.limit(1000)
				.build())
			.getQueryResults()
			.stream()
			.map((row) -> row.getEntity().get("id"))
			.collect(Collectors.toSet());
		assertThat(found).as(expression)
			.isEqualTo(PLACES.stream().filter(meant).map(Place::id).collect(Collectors.toSet()));
	}

	@Provide
	Arbitrary<Meaning> places() {
		Condition spot = Filter.where("spot");
		Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 10);
		Arbitrary<Meaning> areas = Combinators.combine(numbers, numbers, numbers, numbers).as((x, y, width, height) -> {
			int right = x + width + 1;
			int top = y + height + 1;
			String wkt = "POLYGON ((%d %d, %d %d, %d %d, %d %d, %d %d))".formatted(x, y, right, y, right, top, x, top,
					x, y);
			SpatialRelation relation = (width % 2 == 0) ? SpatialRelation.WITHIN : SpatialRelation.INTERSECTS;
			return Meaning.ofSpot(spot.spatial(relation, wkt),
					(place) -> place.x() >= x && place.x() <= right && place.y() >= y && place.y() <= top);
		});
		Arbitrary<Meaning> points = Combinators.combine(numbers, numbers, Arbitraries.integers().between(0, 4))
			.as((x, y, distance) -> {
				String wkt = "POINT (%d %d)".formatted(x, y);
				return (distance > 0)
						? Meaning.ofSpot(spot.withinDistance(wkt, distance),
								(place) -> Math.hypot(place.x() - x, place.y() - y) <= distance + 1e-9)
						: Meaning.ofSpot(spot.spatial(SpatialRelation.CONTAINS, wkt),
								(place) -> place.x() == x && place.y() == y);
			});
		return Arbitraries.oneOf(areas, points,
				Arbitraries.just(Meaning.ofSpot(spot.isValidGeometry(), (place) -> true)));
	}

	@Provide
	Arbitrary<Meaning> times() {
		Arbitrary<Instant> instants = Arbitraries.integers().between(0, 120).map((hour) -> time(hour));
		Arbitrary<Duration> moves = Arbitraries.of(Duration.ZERO, Duration.ofDays(3), Duration.ofSeconds(1),
				Duration.ofMinutes(90), Duration.ofHours(49));
		return Combinators.combine(instants, moves, Arbitraries.integers().between(0, 9)).as((instant, move, kind) -> {
			Condition created = Filter.where("created");
			return switch (kind) {
				case 0 -> Meaning.ofTime(created.lt(instant), (time) -> time.isBefore(instant));
				case 1 -> Meaning.ofTime(created.gte(instant), (time) -> !time.isBefore(instant));
				case 2 -> Meaning.ofTime(created.is(instant), instant::equals);
				case 3 -> Meaning.ofTime(created.isNot(instant), (time) -> !time.equals(instant));
				case 4 ->
					Meaning.ofTime(created.in(instant, START), (time) -> time.equals(instant) || time.equals(START));
				case 5 -> Meaning.ofTime(created.between(instant, instant.plus(move)),
						(time) -> !time.isBefore(instant) && !time.isAfter(instant.plus(move)));
				case 6, 7 -> Meaning.ofTime(created.plus(move).gt(instant), (time) -> time.plus(move).isAfter(instant));
				default ->
					Meaning.ofTime(created.minus(move).lte(instant), (time) -> !time.minus(move).isAfter(instant));
			};
		});
	}

	private static Instant time(int hour) {
		return START.plus(Duration.ofHours(hour)).plusNanos(hour * 1_000L);
	}

	record Meaning(Filter filter, Predicate<Place> meant, Predicate<Place> opposite) {

		static Meaning ofSpot(Filter filter, Predicate<Place> meant) {
			return new Meaning(filter, meant.and(Place::hasSpot), meant.negate().and(Place::hasSpot));
		}

		static Meaning ofTime(Filter filter, Predicate<Instant> meant) {
			return new Meaning(filter, (place) -> place.created() != null && meant.test(place.created()),
					(place) -> place.created() != null && !meant.test(place.created()));
		}

	}

	record Place(long id, boolean hasSpot, int x, int y, @Nullable Instant created) {

		static Place of(int id) {
			return new Place(id, id % 7 != 3, (id * 37) % 11, (id * 53) % 13, (id % 5 != 2) ? time(id) : null);
		}

		JsonObject row() {
			JsonObject row = new JsonObject();
			row.addProperty("id", this.id);
			row.add("spot", JsonNull.INSTANCE);
			if (this.hasSpot) {
				row.addProperty("spot", "POINT (" + this.x + " " + this.y + ")");
			}
			row.add("created", JsonNull.INSTANCE);
			if (this.created != null) {
				row.addProperty("created", this.created.toString());
			}
			JsonArray vector = new JsonArray();
			vector.add(1);
			vector.add(2);
			row.add("vector", vector);
			return row;
		}

	}

}
