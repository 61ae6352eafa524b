package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.PartitionKey;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.Metric;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.request.ReleaseCollectionReq;
import io.milvus.v2.service.index.request.DescribeIndexReq;
import io.milvus.v2.service.index.request.DropIndexReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Collections from entities: created, validated field by field, indexed and loaded.
 */
class CollectionAdministrationIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private final MilvusMappingContext mappingContext = new MilvusMappingContext();

	@Test
	void aCreatedCollectionIsAsDeclared() {
		CollectionSchema declared = schema(Book.class);
		collections().ensure(declared, SchemaMode.CREATE);
		CollectionSchema found = collections().describe("books");
		assertThat(found.fields()).extracting(FieldSchema::name)
			.containsExactlyElementsOf(declared.fields().stream().map(FieldSchema::name).toList());
		assertThat(found.primaryKey().name()).isEqualTo("isbn");
		collections().ensure(declared, SchemaMode.VALIDATE);
	}

	@Test
	void aPartitionKeyIsDeclared() {
		collections().ensure(schema(Tenant.class), SchemaMode.CREATE);
		assertThat(collections().describe("tenants").field("tenant").partitionKey()).isTrue();
		collections().ensure(schema(Tenant.class), SchemaMode.VALIDATE);
	}

	@Test
	void theDefaultIndexOnMilvusLiteIsExact() {
		collections().ensure(schema(Book.class), SchemaMode.CREATE);
		IndexParam.IndexType type = this.milvus.connection()
			.client()
			.describeIndex(DescribeIndexReq.builder().collectionName("books").fieldName("embedding").build())
			.getIndexDescByFieldName("embedding")
			.getIndexType();
		assertThat(type).isEqualTo(IndexParam.IndexType.FLAT);
	}

	@Test
	void validateCreatesNothing() {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> collections().ensure(schema(Book.class), SchemaMode.VALIDATE))
			.withMessageContaining("'books' does not exist")
			.withMessageContaining("milvus.schema.mode=create");
		assertThat(collections().exists("books")).isFalse();
	}

	@Test
	void everyDifferenceIsARowOfATable() {
		collections().ensure(schema(Old.class), SchemaMode.CREATE);
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> collections().ensure(schema(New.class), SchemaMode.CREATE))
			.satisfies((ex) -> {
				assertThat(ex.getCollection()).isEqualTo("things");
				assertThat(ex.getDifferences()).containsExactlyInAnyOrder(
						new SchemaDifference("title", "VARCHAR(20)", "VARCHAR(10)", SchemaOperation.ALTER_FIELD),
						new SchemaDifference("number", "INT64", "INT32", SchemaOperation.NONE),
						new SchemaDifference("note", "nullable", "not nullable", SchemaOperation.NONE),
						new SchemaDifference("added", "BOOL", "(none)", SchemaOperation.NONE),
						new SchemaDifference("removed", "(none)", "DOUBLE, required", SchemaOperation.NONE),
						new SchemaDifference("embedding", "FLOAT_VECTOR(3)", "FLOAT_VECTOR(2)", SchemaOperation.NONE),
						new SchemaDifference("embedding", "index FLAT L2", "index FLAT COSINE",
								SchemaOperation.REBUILD_INDEX));
				assertThat(ex.getMessage()).contains("field", "declared", "found", "VARCHAR(20)", "INT32",
						"nothing was changed");
			});
		assertThat(collections().describe("things").field("title").maxLength()).isEqualTo(10);
	}

	@Test
	void aHalfCreatedCollectionIsFinished() {
		CollectionSchema declared = schema(Book.class);
		collections().ensure(declared, SchemaMode.CREATE);
		this.milvus.connection()
			.client()
			.releaseCollection(ReleaseCollectionReq.builder().collectionName("books").build());
		this.milvus.connection()
			.client()
			.dropIndex(DropIndexReq.builder().collectionName("books").fieldName("embedding").build());
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> collections().ensure(declared, SchemaMode.VALIDATE))
			.withMessageContaining("no index");
		collections().ensure(declared, SchemaMode.CREATE);
		assertThat(this.milvus.connection()
			.client()
			.getLoadState(GetLoadStateReq.builder().collectionName("books").build())).isTrue();
	}

	@Test
	void severalInstancesThatStartAtOnceAllSucceed() throws Exception {
		CollectionSchema declared = schema(Book.class);
		ExecutorService instances = Executors.newFixedThreadPool(8);
		try {
			List<Future<?>> starts = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				starts.add(instances.submit(() -> new CollectionAdministration(this.milvus.connection())
					.ensure(declared, SchemaMode.CREATE)));
			}
			for (Future<?> start : starts) {
				start.get();
			}
		}
		finally {
			instances.shutdownNow();
		}
		collections().ensure(declared, SchemaMode.VALIDATE);
	}

	@Test
	void modeNoneTouchesNothing() {
		collections().ensure(schema(Book.class), SchemaMode.NONE);
		assertThat(collections().names()).isEmpty();
	}

	@Test
	void anEntityOfAnotherShapeThanAForeignCollectionIsRefused() {
		collections().create("books", 8);
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> collections().ensure(schema(Book.class), SchemaMode.CREATE))
			.withMessageContaining("isbn");
	}

	private CollectionAdministration collections() {
		return this.milvus.template().collections();
	}

	private CollectionSchema schema(Class<?> type) {
		return this.mappingContext.entity(type).getCollection();
	}

	@MilvusEntity("things")
	public record Old(@Id String id, @MilvusField(maxLength = 10) String title, int number, String note, double removed,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("things")
	public record New(@Id String id, @MilvusField(maxLength = 20) String title, long number,
			@MilvusField(nullable = true) String note, boolean added,
			@VectorField(dimension = 3, metric = Metric.L2) float[] embedding) {
	}

	@MilvusEntity("tenants")
	record Tenant(@Id long id, @PartitionKey String tenant, @VectorField(dimension = 2) float[] embedding) {
	}

}
