package io.github.milvusspring.data.schema;

import java.util.List;

import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.mapping.Metric;
import io.github.milvusspring.data.wire.FakeMilvus;
import io.github.milvusspring.data.wire.MilvusConnection;
import io.milvus.grpc.CreateCollectionRequest;
import io.milvus.grpc.Status;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is said of a collection that a call has created and cannot make ready.
 */
class UnfinishedCollectionTests {

	private static final CollectionSchema DOCS = CollectionSchema
		.of("docs",
				List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
						FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(2).metric(Metric.L2).build()))
		.build();

	private final FakeMilvus server = new FakeMilvus()
		.refusing((request) -> request.getClass().getSimpleName().equals("CreateIndexRequest")
				? Status.newBuilder().setCode(1100).setReason("no such index").build() : null);

	@Test
	void itIsNamedAsThereAndNotReady() {
		try (this.server; MilvusConnection connection = MilvusConnection.open(this.server.settings())) {
			assertThatExceptionOfType(UnfinishedCollectionException.class)
				.isThrownBy(() -> new MilvusCollections(connection).create(DOCS))
				.withMessageContainingAll("'docs' was created just now", "no such index", "drop(\"docs\")")
				.satisfies((ex) -> assertThat(ex.getCollection()).isEqualTo("docs"))
				.withCauseInstanceOf(DataAccessException.class);
			assertThat(this.server.requests()).hasOnlyElementsOfType(CreateCollectionRequest.class);
		}
	}

}
