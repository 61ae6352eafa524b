package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which field a value in an expression is compared with.
 */
class ComparedFieldTests {

	@Test
	void aFieldMayStandOnEitherSide() {
		for (String template : List.of("f == :v", "f!=:v", "a < 3 and f<=:v", "(f) > 1 or (f > :v)", "f in :v",
				"f not in :v", "f NOT IN :v", "1 < f < :v", ":v == f", ":v<f and a == 1", "(:v >= f)", ":v < f < 3",
				"array_contains(f, :v)", "ARRAY_CONTAINS_ANY( f , :v )")) {
			assertThat(fields(template)).as(template).containsExactly("f");
		}
	}

	@Test
	void anythingElseIsNoField() {
		for (String template : List.of("f[\"a\"] == :v", "m['f'] == :v", "array_length(f) == :v", "f like :v",
				":v == f[0]", ":v < f + 1", ":v == length(f)", ":v == door[0]", "\"f\" == :v", "f == 1 + :v",
				"f.g == :v", "3 < :v", "text_match(f, :v)", ":v == f.g")) {
			List<String> fields = fields(template);
			assertThat(fields).as(template).allMatch("none"::equals);
		}
	}

	private static List<String> fields(String template) {
		List<String> fields = new ArrayList<>();
		FilterTemplate.of(template).bind((name) -> 1, (field, value) -> {
			fields.add(field);
			return value;
		});
		return fields.isEmpty() ? List.of("none") : fields;
	}

}
