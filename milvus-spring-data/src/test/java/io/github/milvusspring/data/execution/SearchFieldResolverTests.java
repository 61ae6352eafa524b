package io.github.milvusspring.data.execution;

import java.util.BitSet;
import java.util.List;

import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.VectorQuery;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a search looks for is written as its field's type, or refused.
 */
class SearchFieldResolverTests {

	private static final CollectionSchema COLLECTION = CollectionSchema.of("all",
			List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
					vector("half", FieldType.FLOAT16_VECTOR, 2), vector("brain", FieldType.BFLOAT16_VECTOR, 2),
					vector("bits", FieldType.BINARY_VECTOR, 16), vector("bytes", FieldType.INT8_VECTOR, 2),
					vector("sparse", FieldType.SPARSE_FLOAT_VECTOR, 0)))
		.build();

	private final SearchFieldResolver targets = new SearchFieldResolver(COLLECTION,
			new MilvusConverter(new MilvusMappingContext()).rows(COLLECTION));

	private static FieldSchema vector(String name, FieldType type, int dimension) {
		return FieldSchema.of(name, type).dimension(dimension).metric(Metric.COSINE).build();
	}

	@Test
	void everyKindOfVectorFitsItsField() {
		assertFits("half", QueryVector.of(1, -0.5f));
		assertFits("brain", QueryVector.of(1, -0.5f));
		assertFits("bits", QueryVector.of(new byte[] { 1, -1 }));
		assertFits("bits", QueryVector.of(BitSet.valueOf(new byte[] { 1 })));
		assertFits("bytes", QueryVector.of(new byte[] { 1, -1 }));
		assertFits("sparse", QueryVector.of(SparseVector.of(new int[] { 3 }, new float[] { 1 })));
	}

	@Test
	void whatDoesNotFitIsRefused() {
		assertRefused("half", QueryVector.of(1), "dimension 1");
		assertRefused("half", QueryVector.of(1, 70_000), "65504");
		assertRefused("bits", QueryVector.of(new byte[] { 1 }), "BINARY_VECTOR(16) has 2");
		assertRefused("bits", QueryVector.of(BitSet.valueOf(new byte[] { 1, 1, 1 })), "3 bytes");
		assertRefused("bytes", QueryVector.of(1, 2), "INT8_VECTOR(2)");
		assertRefused("sparse", QueryVector.of(1, 2), "SPARSE_FLOAT_VECTOR");
	}

	private void assertFits(String field, QueryVector vector) {
		assertThat(this.targets.vectors(VectorQuery.of(vector).withField(field), schema(field)).count()).isEqualTo(1);
	}

	private void assertRefused(String field, QueryVector vector, String words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.targets.vectors(VectorQuery.of(vector).withField(field), schema(field)))
			.withMessageContainingAll("'" + field + "' of 'all'", words);
	}

	private static FieldSchema schema(String field) {
		return COLLECTION.fields().stream().filter((one) -> one.name().equals(field)).findFirst().orElseThrow();
	}

}
