package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.ObjectUtils;

/**
 * A Milvus expression with places for values, such as
 * {@code price < :max and tenant == :tenant}.
 *
 * <p>
 * It is read once; each value is then written as a literal where its place is, and never
 * read again, so no value can change what the expression means. Colons within the
 * expression's own texts are left alone.
 */
public final class FilterTemplate {

	private final List<String> texts;

	private final List<String> names;

	FilterTemplate(List<String> texts, List<String> names) {
		this.texts = List.copyOf(texts);
		this.names = List.copyOf(names);
	}

	/**
	 * Reads a template.
	 * @param template a Milvus expression in which {@code :name} stands for a value, and
	 * <code>:#{…}</code> or <code>:${…}</code> for one that the caller works out
	 * @return the template
	 * @throws IllegalArgumentException when it is blank, or a text or place has no end
	 */
	public static FilterTemplate of(String template) {
		return new FilterTemplateParser(template).parse();
	}

	/**
	 * Returns the places for values in their order.
	 * @return the names, and expressions with their braces; one that is there twice is
	 * listed twice
	 */
	public List<String> names() {
		return this.names;
	}

	/**
	 * Writes a value into each place.
	 * @param values gives the value of each name: a text, an enum constant, a boolean, a
	 * number or a list or array of them
	 * @return the filter
	 * @throws InvalidDataAccessApiUsageException when a value is {@code null} or cannot
	 * be written
	 */
	public Filter bind(Function<String, ? extends @Nullable Object> values) {
		StringBuilder bound = new StringBuilder(this.texts.get(0));
		for (int i = 0; i < this.names.size(); i++) {
			String name = this.names.get(i);
			String literal = literal(name, values.apply(name));
			if (isDivisor(this.texts.get(i)) && (literal.equals("0") || FilterLiterals.isZero(literal))) {
				throw new InvalidDataAccessApiUsageException(
						"The value of ':" + name + "' is 0, and some servers end when they divide by it");
			}
			bound.append(literal).append(this.texts.get(i + 1));
		}
		return Filter.expression(bound.toString());
	}

	private static boolean isDivisor(String before) {
		int end = before.length();
		while (end > 0 && (before.charAt(end - 1) == '(' || Character.isWhitespace(before.charAt(end - 1)))) {
			end--;
		}
		return end > 0 && (before.charAt(end - 1) == '/' || before.charAt(end - 1) == '%');
	}

	private static String literal(String name, @Nullable Object value) {
		if (value instanceof Collection<?> values) {
			return list(name, values);
		}
		if (value != null && value.getClass().isArray()) {
			return list(name, Arrays.asList(ObjectUtils.toObjectArray(value)));
		}
		String literal = scalar(name, value);
		// A sign could run into an operator before it.
		return literal.startsWith("-") ? "(" + literal + ")" : literal;
	}

	private static String list(String name, Collection<?> values) {
		StringJoiner list = new StringJoiner(", ", "[", "]");
		for (Object value : values) {
			list.add(scalar(name, value));
		}
		return list.toString();
	}

	private static String scalar(String name, @Nullable Object value) {
		if (value == null) {
			throw new InvalidDataAccessApiUsageException("The value of ':" + name
					+ "' is or holds null, which no comparison finds: ask for it by 'is null' in an expression");
		}
		return FilterLiterals.literal(":" + name, null, value);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof FilterTemplate that && this.texts.equals(that.texts) && this.names.equals(that.names);
	}

	@Override
	public int hashCode() {
		return this.texts.hashCode() * 31 + this.names.hashCode();
	}

	/**
	 * Returns the template as it was read.
	 */
	@Override
	public String toString() {
		List<String> parts = new ArrayList<>(List.of(this.texts.get(0)));
		for (int i = 0; i < this.names.size(); i++) {
			parts.add(":" + this.names.get(i) + this.texts.get(i + 1));
		}
		return String.join("", parts);
	}

}
