package io.github.milvusspring.data.repository;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.VectorQuery;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The vectors that methods search for, by the type of the field.
 */
class QueryVectorTests {

	private final RecordedOperations operations = new RecordedOperations();

	@Test
	void everyKindOfFieldHasItsTypes() {
		Codes codes = this.operations.repository(Codes.class);
		codes.searchByBitsNear(BitSet.valueOf(new byte[] { 5 }));
		found("bits", QueryVector.of(BitSet.valueOf(new byte[] { 5 })));
		codes.searchByBitsNear(new byte[] { 5 });
		found("bits", QueryVector.of(new byte[] { 5 }));
		codes.searchByWordsNear(SparseVector.of(Map.of(1, 2f)));
		found("words", QueryVector.of(SparseVector.of(Map.of(1, 2f))));
		codes.searchByHalvesNear(Vector.of(1f, 2f));
		found("halves", QueryVector.of(1, 2));
	}

	private void found(String field, QueryVector vector) {
		assertThat(this.operations.search()).isEqualTo(VectorQuery.of(vector).withField(field));
	}

	@Test
	void otherTypesAreRefusedWhenTheRepositoryIsCreated() {
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> this.operations.repository(FloatsForWords.class))
			.withMessageContaining("take a SparseVector");
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> this.operations.repository(BytesForHalves.class))
			.withMessageContaining("take a Vector");
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> this.operations.repository(NoField.class))
			.withMessageContaining("3 vector properties");
	}

	@MilvusEntity("codes")
	record Code(@Id String id, @VectorField(dimension = 8) BitSet bits, @VectorField SparseVector words,
			@VectorField(dimension = 2, type = FieldType.FLOAT16_VECTOR) float[] halves) {
	}

	interface Codes extends MilvusRepository<Code, String> {

		List<Code> searchByBitsNear(BitSet bits);

		List<Code> searchByBitsNear(byte[] bits);

		List<Code> searchByWordsNear(SparseVector words);

		List<Code> searchByHalvesNear(Vector vector);

	}

	interface FloatsForWords extends MilvusRepository<Code, String> {

		List<Code> searchByWordsNear(float[] words);

	}

	interface BytesForHalves extends MilvusRepository<Code, String> {

		List<Code> searchByHalvesNear(byte[] vector);

	}

	interface NoField extends MilvusRepository<Code, String> {

		@VectorSearch
		List<Code> find(Vector vector);

	}

}
