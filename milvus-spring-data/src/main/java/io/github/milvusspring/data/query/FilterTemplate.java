package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

	private final @Nullable String[] fields;

	FilterTemplate(List<String> texts, List<String> names) {
		this.texts = List.copyOf(texts);
		this.names = List.copyOf(names);
		this.fields = new @Nullable String[names.size()];
		for (int i = 0; i < this.fields.length; i++) {
			this.fields[i] = ComparedField.of(texts.get(i), texts.get(i + 1));
		}
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
	 * number, a date or time, a UUID or another scalar that is stored as text, or a list
	 * or array of them
	 * @return the filter
	 * @throws InvalidDataAccessApiUsageException when a value is {@code null} or cannot
	 * be written
	 */
	public Filter bind(Function<String, ? extends @Nullable Object> values) {
		return bind(values, (field, value) -> value);
	}

	/**
	 * Writes a value into each place, as the field that it is compared with stores it.
	 * @param values gives the value of each name
	 * @param stored gives what a field stores for a value or for an element of a list;
	 * not asked for a value that is compared with anything but a field alone
	 * @return the filter
	 * @throws InvalidDataAccessApiUsageException when a value is {@code null} or cannot
	 * be written
	 */
	public Filter bind(Function<String, ? extends @Nullable Object> values, BiFunction<String, Object, Object> stored) {
		StringBuilder bound = new StringBuilder(this.texts.get(0));
		for (int i = 0; i < this.names.size(); i++) {
			String name = this.names.get(i);
			String field = this.fields[i];
			UnaryOperator<Object> store = (field != null) ? (value) -> stored.apply(field, value)
					: UnaryOperator.identity();
			String literal = literal(name, values.apply(name), store);
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

	private static String literal(String name, @Nullable Object value, UnaryOperator<Object> store) {
		if (value instanceof Collection<?> values) {
			return list(name, values, store);
		}
		if (value != null && value.getClass().isArray()) {
			return list(name, Arrays.asList(ObjectUtils.toObjectArray(value)), store);
		}
		String literal = scalar(name, value, store);
		// A sign could run into an operator before it.
		return literal.startsWith("-") ? "(" + literal + ")" : literal;
	}

	private static String list(String name, Collection<?> values, UnaryOperator<Object> store) {
		StringJoiner list = new StringJoiner(", ", "[", "]");
		for (Object value : values) {
			list.add(scalar(name, value, store));
		}
		return list.toString();
	}

	private static String scalar(String name, @Nullable Object value, UnaryOperator<Object> store) {
		if (value == null) {
			throw new InvalidDataAccessApiUsageException("The value of ':" + name
					+ "' is or holds null, which no comparison finds: ask for it by 'is null' in an expression");
		}
		return FilterLiterals.literal(":" + name, null, store.apply(value));
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
