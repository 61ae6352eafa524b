package io.github.milvusspring.data.convert;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.TextEmbeddingFunction;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the server makes is neither sent nor asked for.
 */
class FunctionOutputTests {

	private final EntityConverter<Page> converter = new MilvusConverter(new MilvusMappingContext()).entity(Page.class);

	private final Page page = new Page(1, "text", null);

	@Test
	void aVectorOfTheServerIsNotSent() {
		assertThat(this.converter.write(List.of(this.page), true).columns()).extracting(Column::name)
			.containsExactly("id", "text");
		assertThat(this.converter.present(this.page)).containsExactly("text");
		assertThat(this.converter.write(List.of(this.page), List.of("text")).columns()).hasSize(2);
	}

	@Test
	void aVectorOfTheServerIsNotAskedForAndReadsAsNull() {
		assertThat(this.converter.outputFields()).containsExactly("id", "text");
		List<Page> read = this.converter.read(new ColumnSet(1, List.of(new LongColumn("id", new long[] { 1 }, null),
				new StringColumn("text", new String[] { "text" }, null))));
		assertThat(read).singleElement().isEqualTo(this.page);
	}

	@Test
	void aVectorOfTheServerCannotBeSet() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.converter.write(List.of(this.page), List.of("text", "embedding")))
			.withMessageContaining("[embedding]");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.converter.changes()
				.write(List.of(Map.of("id", 1L, "embedding", new float[] { 1, 0 })), List.of("embedding")))
			.withMessageContaining("the server makes");
	}

	@MilvusEntity
	record Page(@Id long id, String text, @TextEmbeddingFunction(from = "text", provider = "openai",
			model = "m") @VectorField(dimension = 2) float[] embedding) {
	}

}
