package io.github.milvusspring.data.admin;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.model.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whether the extremes of every type that Milvus Lite has come back as they were written.
 */
class GeneratedTypesIT {

	@RegisterExtension
	final MilvusLiteServer lite = new MilvusLiteServer();

	@Test
	void everyTypeComesBackRequiredNullableAndByDefault() {
		TypeRows.of(FieldType::isOnLite, true, TypeRows.vectors(FieldType::isOnLite))
			.comeBackAsTheyWere(this.lite.template());
	}

	@Test
	void vectorsThatHoldNoNumberAreRefused() {
		TypeRows rows = TypeRows.of(FieldType::isOnLite, true, List.of(FieldType.FLOAT_VECTOR));
		this.lite.template().collections().create(rows.collection());
		for (float value : new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY }) {
			Map<String, Object> row = rows.row(0);
			row.put("float_vector", new float[] { 1, 0, 0, 0, 0, 0, 0, value });
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.lite.template().rows("types").upsert(row))
				.withMessageContainingAll("'float_vector' of row 0", "NaN or infinity", "Nothing was written");
		}
	}

}
