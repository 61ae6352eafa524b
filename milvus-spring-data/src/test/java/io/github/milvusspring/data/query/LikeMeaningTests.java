package io.github.milvusspring.data.query;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.MilvusServer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is said of the characters of a text means the same for a server that reads
 * patterns as they are defined, and for one that looks for some of them as plain texts.
 */
class LikeMeaningTests {

	private static final Pattern TERM = Pattern.compile("title (like|==|!=|>=|<) \"((?:[^\"\\\\]|\\\\.)*)\"",
			Pattern.DOTALL);

	private final FilterWriter writer = new FilterWriter(
			(name) -> FieldSchema.of(name, FieldType.VARCHAR).maxLength(100).build(), MilvusServer.NEWEST);

	@Property(tries = 3_000)
	void aTextIsFoundWhereItIs(@ForAll("texts") String text, @ForAll("texts") String part) {
		Condition title = Filter.where("title");
		check(title.contains(part), text, text.contains(part));
		check(title.endsWith(part), text, text.endsWith(part));
		check(title.startsWith(part), text, text.startsWith(part));
	}

	@Property(tries = 5_000)
	void aPatternMeansWhatItSays(@ForAll("texts") String text, @ForAll("texts") String pattern) {
		if (pattern.matches("(?s)(?:[^\\\\]|\\\\.)*\\\\")) {
			assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("title").like(pattern))
				.withMessageContaining("backslash");
			return;
		}
		check(Filter.where("title").like(pattern), text, matches(pattern, text));
	}

	@Test
	void aPercentSignAtTheEndIsFound() {
		check(Filter.where("title").contains("50%"), "only 50% off", true);
		check(Filter.where("title").endsWith("50%"), "only 50%", true);
		check(Filter.where("title").endsWith("50%"), "only 50\\", false);
		check(Filter.where("title").like("%50\\%%"), "only 50% off", true);
		check(Filter.where("title").like("%50\\%"), "only 50%", true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a_c%", "\\\\_", "_", "a%c", "%a_" })
	void aServerThatReadsPatternsWronglyIsNotSentAny(String pattern) {
		FilterWriter old = new FilterWriter((name) -> FieldSchema.of(name, FieldType.VARCHAR).maxLength(9).build(),
				new MilvusServer("2.3.5", false));
		for (Filter filter : List.of(Filter.where("title").like(pattern), Filter.where("title").like(pattern).not())) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> old.write(filter))
				.withMessageContaining("Milvus 2.3.5")
				.withMessageContaining("2.4");
		}
	}

	@Test
	void whatNeedsNoPatternIsSentToEveryServer() {
		FilterWriter old = new FilterWriter((name) -> FieldSchema.of(name, FieldType.VARCHAR).maxLength(9).build(),
				new MilvusServer("2.3.5", false));
		assertThat(old.write(Filter.where("title").like("user\\_%").not()))
			.isEqualTo("(title < \"user_\" or title >= \"user`\")");
		assertThat(old.write(Filter.where("title").like(""))).isEqualTo("title == \"\"");
		assertThat(old.write(Filter.where("title").like("%"))).isEqualTo("title >= \"\"");
		assertThat(old.write(Filter.where("title").like("a\\%\\\\b"))).isEqualTo("title == \"a%\\\\b\"");
	}

	private void check(Filter filter, String text, boolean expected) {
		for (boolean optimizing : List.of(false, true)) {
			assertThat(evaluate(filter, text, optimizing)).as("%s of '%s', optimizing: %s", filter, text, optimizing)
				.isEqualTo(expected);
			assertThat(evaluate(filter.not(), text, optimizing))
				.as("not %s of '%s', optimizing: %s", filter, text, optimizing)
				.isNotEqualTo(expected);
		}
	}

	private boolean evaluate(Filter filter, String text, boolean optimizing) {
		String expression = Objects.requireNonNull(this.writer.write(filter));
		Matcher term = TERM.matcher(expression);
		String truth = term.replaceAll((found) -> compare(found.group(1), text,
				FilterLanguageTests.unquoted('"' + found.group(2) + '"'), optimizing) ? "T" : "F");
		return truth(truth);
	}

	// "or" binds more loosely than "and", and brackets are only around the whole.
	private static boolean truth(String expression) {
		if (expression.startsWith("not (") && expression.endsWith(")")) {
			return !truth(expression.substring(5, expression.length() - 1));
		}
		String inner = expression.startsWith("(") ? expression.substring(1, expression.length() - 1) : expression;
		assertThat(inner).matches("[TF]( (and|or) [TF])*");
		return Stream.of(inner.split(" or ")).anyMatch((part) -> !part.contains("F"));
	}

	private static boolean compare(String operator, String text, String literal, boolean optimizing) {
		return switch (operator) {
			case "==" -> text.equals(literal);
			case "!=" -> !text.equals(literal);
			case ">=" -> text.compareTo(literal) >= 0;
			case "<" -> text.compareTo(literal) < 0;
			default -> (optimizing && literal.startsWith("%")) ? optimized(literal, text) : matches(literal, text);
		};
	}

	/**
	 * Some servers cut all percent signs off the ends, and look for the rest as a text
	 * unless it has wildcards.
	 */
	private static boolean optimized(String pattern, String text) {
		String rest = pattern.replaceAll("\\A%+|%+\\z", "");
		String plain = rest.replaceAll("(?s)\\\\(.)", "");
		if (plain.contains("_") || plain.contains("%")) {
			return matches(pattern, text);
		}
		String part = rest.replaceAll("(?s)\\\\(.)", "$1");
		return pattern.endsWith("%") ? text.contains(part) : text.endsWith(part);
	}

	private static boolean matches(String pattern, String text) {
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			if (c == '%') {
				regex.append(".*");
			}
			else if (c == '_') {
				regex.append('.');
			}
			else {
				regex.append(Pattern.quote(String.valueOf((c == '\\') ? pattern.charAt(++i) : c)));
			}
		}
		return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.strings().withChars("ab%_\\\n50".toCharArray()).ofMaxLength(7);
	}

}
