package io.github.milvusspring.data;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.admin.LoadOptions;
import io.github.milvusspring.data.admin.MilvusAliases;
import io.github.milvusspring.data.admin.MilvusCollection;
import io.github.milvusspring.data.admin.MilvusDatabases;
import io.github.milvusspring.data.admin.MilvusPartitions;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.admin.SchemaOptions;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusAsyncOperations;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.core.RowOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.query.Condition;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.FunctionChain;
import io.github.milvusspring.data.query.Grouping;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.SearchSettings;
import io.github.milvusspring.data.query.SpatialRelation;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.rebuild.RebuildOptions;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.github.milvusspring.data.wire.FakeMilvus;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.milvus.grpc.DataType;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.FieldSchema;
import io.milvus.grpc.KeyValuePair;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every public method that users call says in a sentence that an argument is
 * {@code null}, and sends nothing.
 */
class NullArgumentsTests {

	private static final FakeMilvus SERVER = new FakeMilvus().onDescribe((observer) -> {
		observer.onNext(DescribeCollectionResponse.newBuilder()
			.setCollectionName("docs")
			.setSchema(io.milvus.grpc.CollectionSchema.newBuilder()
				.setName("docs")
				.addFields(FieldSchema.newBuilder()
					.setName("id")
					.setDataType(DataType.VarChar)
					.setIsPrimaryKey(true)
					.addTypeParams(KeyValuePair.newBuilder().setKey("max_length").setValue("512")))
				.addFields(FieldSchema.newBuilder()
					.setName("embedding")
					.setDataType(DataType.FloatVector)
					.addTypeParams(KeyValuePair.newBuilder().setKey("dim").setValue("2"))))
			.build());
		observer.onCompleted();
	});

	private static final MilvusConnection CONNECTION = MilvusConnection.open(SERVER.settings());

	private static final MilvusTemplate TEMPLATE = new MilvusTemplate(CONNECTION,
			new MilvusConverter(new MilvusMappingContext()), SchemaMode.NONE, ConsistencyLevel.SESSION);

	private static final CollectionSchema SCHEMA = new MilvusMappingContext().getRequiredPersistentEntity(Doc.class)
		.getCollection();

	/** An instance of each class whose methods users call; of the first, its subtypes. */
	private static final Map<Class<?>, Object> TARGETS = new LinkedHashMap<>();

	static {
		TARGETS.put(MilvusOperations.class, TEMPLATE);
		TARGETS.put(MilvusAsyncOperations.class, TEMPLATE.async());
		TARGETS.put(RowOperations.class, TEMPLATE.rows("docs"));
		TARGETS.put(MilvusRepository.class, new MilvusRepositoryFactory(TEMPLATE).getRepository(Docs.class));
		TARGETS.put(CollectionAdministration.class, TEMPLATE.collections());
		TARGETS.put(MilvusCollection.class, TEMPLATE.collection("docs"));
		TARGETS.put(MilvusPartitions.class, TEMPLATE.partitions("docs"));
		TARGETS.put(MilvusAliases.class, TEMPLATE.aliases());
		TARGETS.put(MilvusDatabases.class, TEMPLATE.databases());
		TARGETS.put(Filter.class, Filter.where("id").is("1"));
		TARGETS.put(Condition.class, Filter.where("id"));
		TARGETS.put(FilterQuery.class, FilterQuery.of(Filter.all()));
		TARGETS.put(VectorQuery.class, VectorQuery.of(new float[] { 1, 2 }));
		TARGETS.put(TextQuery.class, TextQuery.of("a"));
		TARGETS.put(HybridQuery.class, HybridQuery.of(VectorQuery.of(new float[] { 1, 2 }), TextQuery.of("a")));
		TARGETS.put(Grouping.class, Grouping.by("id"));
		TARGETS.put(QueryVector.class, null);
		TARGETS.put(Reranker.class, Reranker.rrf());
		TARGETS.put(FunctionChain.class, FunctionChain.EMPTY);
		TARGETS.put(ReadOptions.class, ReadOptions.DEFAULT);
		TARGETS.put(WriteOptions.class, WriteOptions.DEFAULT);
		TARGETS.put(BatchOptions.class, BatchOptions.DEFAULT);
		TARGETS.put(PropertySelection.class, PropertySelection.of("id"));
		TARGETS.put(RebuildOptions.class, RebuildOptions.DEFAULT);
		TARGETS.put(Update.class, Update.of("1"));
		TARGETS.put(LoadOptions.class, LoadOptions.DEFAULT);
		TARGETS.put(SchemaOptions.class, SchemaOptions.of(SchemaMode.CREATE));
		TARGETS.put(SparseVector.class, null);
		TARGETS.put(ConnectionSettings.class, ConnectionSettings.of("http://localhost:19530"));
	}

	@AfterAll
	static void close() {
		CONNECTION.close();
		SERVER.close();
	}

	static Stream<Arguments> parameters() {
		List<Arguments> all = new ArrayList<>();
		TARGETS.forEach((type, target) -> {
			Stream<Executable> methods = Stream.of(type.getMethods());
			Stream<Executable> constructors = Stream.of(type.getConstructors());
			Stream.concat(methods, constructors)
				.filter((executable) -> isCallable(executable, target))
				.forEach((executable) -> {
					AnnotatedType[] types = executable.getAnnotatedParameterTypes();
					for (int i = 0; i < types.length; i++) {
						if (!executable.getParameterTypes()[i].isPrimitive()
								&& !types[i].isAnnotationPresent(Nullable.class)
								&& !(types[i].getType() instanceof TypeVariable<?> variable
										&& variable.getAnnotatedBounds()[0].isAnnotationPresent(Nullable.class))) {
							all.add(arguments(type.getSimpleName() + " " + signature(executable), i, executable,
									target));
						}
					}
				});
		});
		return all.stream();
	}

	private static boolean isCallable(Executable executable, @Nullable Object target) {
		return executable.getDeclaringClass() != Object.class && executable.getDeclaringClass() != Enum.class
				&& !executable.getName().equals("equals") && !executable.isSynthetic() && (target != null
						|| executable instanceof Constructor || Modifier.isStatic(executable.getModifiers()));
	}

	private static String signature(Executable executable) {
		return executable.getName() + Stream.of(executable.getParameterTypes()).map(Class::getSimpleName).toList();
	}

	@ParameterizedTest(name = "{0} argument {1}")
	@MethodSource("parameters")
	void isRefusedWithASentence(String name, int index, Executable executable, @Nullable Object target)
			throws Exception {
		int sent = SERVER.calls();
		Throwable failure = call(executable, target, index);
		assertThat(failure).as("%s argument %d", name, index)
			.isNotNull()
			.isInstanceOfAny(IllegalArgumentException.class, InvalidDataAccessApiUsageException.class)
			.message()
			.isNotBlank()
			.contains(" ")
			.doesNotContain("Cannot invoke", "because");
		assertThat(SERVER.calls()).as("what was sent by %s argument %d", name, index).isEqualTo(sent);
	}

	private static @Nullable Throwable call(Executable executable, @Nullable Object target, int index)
			throws ReflectiveOperationException, InterruptedException {
		Object[] values = new Object[executable.getParameterCount()];
		for (int i = 0; i < values.length; i++) {
			values[i] = (i != index)
					? sample(executable.getParameterTypes()[i], executable.getGenericParameterTypes()[i]) : null;
		}
		try {
			executable.trySetAccessible();
			Object result = (executable instanceof Method method) ? method.invoke(target, values)
					: ((Constructor<?>) executable).newInstance(values);
			if (result instanceof CompletableFuture<?> future) {
				return future.isDone() ? future.handle((value, ex) -> ex).get() : new AssertionError("was sent");
			}
			if (result instanceof BaseStream<?, ?> stream) {
				stream.iterator().hasNext();
			}
			return null;
		}
		catch (InvocationTargetException ex) {
			return ex.getTargetException();
		}
		catch (java.util.concurrent.ExecutionException ex) {
			return ex.getCause();
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	private static @Nullable Object sample(Class<?> type, Type generic) {
		if (type.isArray()) {
			Object array = Array.newInstance(type.getComponentType(), 1);
			Array.set(array, 0, sample(type.getComponentType(), type.getComponentType()));
			return array;
		}
		if (type == Object.class) {
			return (generic instanceof TypeVariable) ? new Doc("1", new float[] { 1, 2 }) : "1";
		}
		Map<Class<?>, Object> samples = new LinkedHashMap<>();
		samples.put(String.class, "docs");
		samples.put(Class.class, Doc.class);
		samples.put(Map.class, Map.of("id", "1", "embedding", new float[] { 1, 2 }));
		samples.put(Iterable.class, List.of(new Doc("1", new float[] { 1, 2 })));
		samples.put(Collection.class, List.of("1"));
		samples.put(List.class, List.of("1"));
		samples.put(Stream.class, Stream.of(new Doc("1", new float[] { 1, 2 })));
		samples.put(Duration.class, Duration.ofSeconds(1));
		samples.put(ScrollPosition.class, ScrollPosition.keyset());
		samples.put(Pageable.class, PageRequest.of(0, 1));
		samples.put(CollectionSchema.class, SCHEMA);
		samples.put(SearchQuery.class, VectorQuery.of(new float[] { 1, 2 }));
		samples.put(SearchSettings.class, SearchSettings.DEFAULT);
		samples.put(SpatialRelation.class, SpatialRelation.values()[0]);
		samples.put(int.class, 1);
		samples.put(long.class, 1L);
		samples.put(float.class, 1f);
		samples.put(double.class, 1d);
		samples.put(boolean.class, true);
		samples.put(byte.class, (byte) 1);
		samples.put(short.class, (short) 1);
		TARGETS.forEach(samples::putIfAbsent);
		Object sample = samples.get(type);
		if (sample == null && type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (sample == null && type.isInterface()) {
			return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, method, given) -> null);
		}
		return sample;
	}

	@MilvusEntity("docs")
	record Doc(@Id String id, @VectorField(dimension = 2) float[] embedding) {
	}

	interface Docs extends MilvusRepository<Doc, String> {

	}

}
