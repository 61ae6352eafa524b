package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.milvusspring.data.model.MilvusServer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Values are bound into expressions, and stay values.
 */
class FilterTemplateTests {

	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n\r\t]|\\\\[\\\\\"nrt])*)\"");

	@Test
	void valuesAreWrittenAsLiterals() {
		assertThat(Filter.expression("a == :a and b in :b and c > :c and d == :d and e == :e",
				Map.of("a", "x\"y", "b", List.of(1, 2), "c", -1.5, "d", true, "e", Thread.State.NEW)))
			.hasToString("a == \"x\\\"y\" and b in [1, 2] and c > (-1.5) and d == true and e == \"NEW\"");
		assertThat(Filter.expression("a in :a and b == :b", Map.of("a", new int[] { 1, 2 }, "b", 3.14f)))
			.hasToString("a in [1, 2] and b == 3.140000104904175");
	}

	@Test
	void colonsWithinTextsAreLeftAlone() {
		FilterTemplate template = FilterTemplate.of("a == \"10:30 \\\" :no\" and b == ':no \"' and c == :yes");
		assertThat(template.names()).containsExactly("yes");
		assertThat(template.bind((name) -> 1)).hasToString("a == \"10:30 \\\" :no\" and b == ':no \"' and c == 1");
		assertThat(template).hasToString("a == \"10:30 \\\" :no\" and b == ':no \"' and c == :yes");
	}

	@Test
	void expressionsEndWithTheirBrace() {
		assertThat(FilterTemplate.of("a == :#{ {1,2}.size() + '}' } and b == ?#{x} and c == :${my.property}").names())
			.containsExactly("#{ {1,2}.size() + '}' }", "#{x}", "${my.property}");
	}

	@Test
	void whatIsNoTemplateIsRefused() {
		for (String template : List.of(" ", "a == :", "a == :1", "a == ?1", "a == ?b", "a == 'b", "a == :#{b",
				"a:b == 1", "1.:b == a", "a == ::b", "a == :b:c", "a == ':a':b", "a == :b.c")) {
			assertThatIllegalArgumentException().as(template)
				.isThrownBy(() -> FilterTemplate.of(template))
				.withMessageContaining("filter expression");
		}
	}

	@Test
	void namesAndValuesBelongTogether() {
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.expression("a == :b", Map.of("c", 1)))
			.withMessageContaining("[b]")
			.withMessageContaining("[c]");
		Map<String, Object> nothing = new HashMap<>();
		nothing.put("b", null);
		refused("a == :b", nothing, "null");
		refused("a in :b", Map.of("b", Arrays.asList(1, null)), "null");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> new FilterWriter((name) -> null, MilvusServer.NEWEST)
				.write(Filter.expression("a == :b", Map.of("b", new Object()))))
			.withMessageContaining("Object");
		refused("a == :b", Map.of("b", Double.NaN), "finite");
		refused("a / :b > 1", Map.of("b", 0), "divide");
		refused("a % ( :b) > 1", Map.of("b", 0.0), "divide");
	}

	private static void refused(String template, Map<String, ?> values, String words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> Filter.expression(template, values))
			.withMessageContaining(words);
	}

	@Property
	void noTextLeavesItsLiteral(@ForAll("texts") String text) {
		Matcher matcher = LITERAL.matcher(Filter.expression("a == :v", Map.of("v", text)).toString());
		assertThat(matcher.find()).isTrue();
		assertThat(matcher.start()).isEqualTo("a == ".length());
		assertThat(matcher.end()).isEqualTo(matcher.regionEnd());
		assertThat(read(matcher.group(1))).isEqualTo(text);
	}

	@Property
	void noListOfTextsLeavesItsBrackets(@ForAll("texts") String one, @ForAll("texts") String two) {
		String bound = Filter.expression("a in :v and b == :w", Map.of("v", List.of(one, two), "w", one)).toString();
		List<String> found = new ArrayList<>();
		String rest = LITERAL.matcher(bound).replaceAll((literal) -> {
			found.add(read(literal.group(1)));
			return "T";
		});
		assertThat(rest.replaceAll("[()]", ""))
			.isEqualTo(one.equals(two) ? "a in [T] and b == T" : "a in [T, T] and b == T");
		assertThat(found).containsExactlyElementsOf(one.equals(two) ? List.of(one, one) : List.of(one, two, one));
	}

	@Property
	void everyTemplateIsReadOrRefused(@ForAll("templates") String text) {
		FilterTemplate template;
		try {
			template = FilterTemplate.of(text);
		}
		catch (IllegalArgumentException ex) {
			return;
		}
		String bound = template.bind((name) -> "\" or :a == '").toString();
		if (bound.contains("'in' needs a list")) {
			return;
		}
		assertThat(bound.split(Pattern.quote("\"\\\" or :a == '\""), -1)).hasSize(template.names().size() + 1);
		assertThat(Collections.frequency(template.names(), "")).isZero();
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.oneOf(pieces("\"", "\\", "'", ":a", "?#{x}", " or ", "1 == 1", "\n", "\r", "\t", "{x}", "]",
				")", "%", "_", "é", "😀"), Arbitraries.strings().ascii().ofMaxLength(30));
	}

	@Provide
	Arbitrary<String> templates() {
		return pieces("a", " == ", ":a", " :b ", "\"", "'", "\\", "?", "#{", "}", "${", ":", "(", ")", " in ", "1");
	}

	private static Arbitrary<String> pieces(String... pieces) {
		return Arbitraries.of(pieces).list().ofMaxSize(12).map((list) -> String.join("", list));
	}

	private static String read(String literal) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < literal.length(); i++) {
			char c = literal.charAt(i);
			if (c != '\\') {
				text.append(c);
				continue;
			}
			char escaped = literal.charAt(++i);
			text.append(switch (escaped) {
				case 'n' -> '\n';
				case 'r' -> '\r';
				case 't' -> '\t';
				default -> escaped;
			});
		}
		return text.toString();
	}

}
