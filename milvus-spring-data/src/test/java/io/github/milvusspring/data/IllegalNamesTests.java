package io.github.milvusspring.data;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.milvusspring.data.admin.LoadOptions;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.wire.FakeMilvus;
import io.github.milvusspring.data.write.WriteOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A name that Milvus cannot have is refused before anything is sent, wherever it is
 * given.
 */
class IllegalNamesTests {

	private static final List<String> NEVER = List.of("", " ", "12 s", "(mn)", "中文", "a b", "a.b", "$meta", "../../x",
			"..", ".", "a/b", "a\\b", "%", "a".repeat(256), "a\n", "-a", "a'; drop", "\u0000");

	private static final FakeMilvus SERVER = new FakeMilvus();

	private static final MilvusConnection CONNECTION = MilvusConnection.open(SERVER.settings());

	private static final MilvusTemplate TEMPLATE = new MilvusTemplate(CONNECTION,
			new MilvusConverter(new MilvusMappingContext()));

	@AfterAll
	static void close() {
		CONNECTION.close();
		SERVER.close();
	}

	static Stream<Arguments> partitions() {
		return doors(Stream.of(new Door("write to", WriteOptions::inPartition),
				new Door("with", WriteOptions.DEFAULT::withPartition),
				new Door("new options", (name) -> new WriteOptions(name, null)),
				new Door("read of", (name) -> ReadOptions.inPartitions("fine", name)),
				new Door("with", (name) -> ReadOptions.DEFAULT.withPartitions(name)),
				new Door("new options", (name) -> new ReadOptions(List.of(name), List.of(), null, null)),
				new Door("create", TEMPLATE.partitions("docs")::create),
				new Door("drop", TEMPLATE.partitions("docs")::drop),
				new Door("exists", TEMPLATE.partitions("docs")::exists),
				new Door("load", (name) -> TEMPLATE.partitions("docs").load("fine", name)),
				new Door("load within", (name) -> TEMPLATE.partitions("docs").load(List.of(name), LoadOptions.DEFAULT)),
				new Door("release", (name) -> TEMPLATE.partitions("docs").release(name)),
				new Door("load state", TEMPLATE.partitions("docs")::loadState),
				new Door("rows", TEMPLATE.partitions("docs")::rows)), NEVER);
	}

	static Stream<Arguments> otherNames() {
		Stream<Door> collections = Stream.of(new Door("rows", TEMPLATE::rows),
				new Door("collection", TEMPLATE::collection), new Door("partitions", TEMPLATE::partitions),
				new Door("named", TEMPLATE.collections()::named), new Door("exists", TEMPLATE.collections()::exists),
				new Door("describe", TEMPLATE.collections()::describe),
				new Door("load", (name) -> TEMPLATE.collection(name).load()),
				new Door("drop", (name) -> TEMPLATE.collection(name).drop()),
				new Door("create", (name) -> TEMPLATE.collections().create(name, 2)),
				new Door("create by template", (name) -> TEMPLATE.createCollection(name, 2)),
				new Door("create schema", (name) -> TEMPLATE.collections().create(schema(name, "id"))),
				new Door("partition of", (name) -> TEMPLATE.partitions(name).create("p")),
				new Door("rename", TEMPLATE.collection("docs")::rename),
				new Door("field", (name) -> TEMPLATE.collections().create(schema("docs", name))));
		Stream<Door> aliases = Stream.of(new Door("alias", (name) -> TEMPLATE.aliases().create(name, "docs")),
				new Door("alias to", (name) -> TEMPLATE.aliases().create("fine", name)),
				new Door("alter", (name) -> TEMPLATE.aliases().alter(name, "docs")),
				new Door("alter to", (name) -> TEMPLATE.aliases().alter("fine", name)),
				new Door("drop alias", TEMPLATE.aliases()::drop), new Door("of", TEMPLATE.aliases()::of),
				new Door("find", TEMPLATE.aliases()::find));
		Stream<Door> databases = Stream.of(new Door("database", TEMPLATE.databases()::create),
				new Door("with properties", (name) -> TEMPLATE.databases().create(name, Map.of("a", "b"))),
				new Door("drop database", TEMPLATE.databases()::drop),
				new Door("properties", TEMPLATE.databases()::properties),
				new Door("alter", (name) -> TEMPLATE.databases().alter(name, Map.of("a", "b"))),
				new Door("drop properties", (name) -> TEMPLATE.databases().dropProperties(name, "a")));
		List<String> names = Stream.concat(NEVER.stream(), Stream.of("1a", "a-b")).toList();
		return doors(Stream.of(collections, aliases, databases).flatMap((door) -> door), names);
	}

	private static Stream<Arguments> doors(Stream<Door> doors, List<String> names) {
		return doors.flatMap((door) -> names.stream().map((name) -> arguments(door, name)));
	}

	private static CollectionSchema schema(String name, String field) {
		return CollectionSchema.of(name,
				List.of(FieldSchema.of("key", FieldType.INT64).primaryKey(true).build(),
						FieldSchema.of(field, FieldType.BOOL).build(),
						FieldSchema.of("v", FieldType.FLOAT_VECTOR).dimension(2).build()))
			.build();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource({ "partitions", "otherNames" })
	void isRefusedBeforeAnythingIsSent(Door door, String name) {
		int sent = SERVER.calls();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> door.call().accept(name))
			.withMessageContaining("illegal ");
		assertThat(SERVER.calls()).isEqualTo(sent);
	}

	@ParameterizedTest
	@MethodSource("namesOfDatabases")
	void aDatabaseToConnectToIsRefusedToo(String name) {
		ConnectionSettings settings = ConnectionSettings.of("http://localhost:19530");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> settings.withDatabase(name))
			.withMessageContaining("illegal database name");
	}

	static Stream<String> namesOfDatabases() {
		return NEVER.stream().filter((name) -> !name.isBlank());
	}

	/**
	 * Where a name is given.
	 *
	 * @param name what is done with it
	 * @param call does it
	 */
	record Door(String name, Consumer<String> call) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
