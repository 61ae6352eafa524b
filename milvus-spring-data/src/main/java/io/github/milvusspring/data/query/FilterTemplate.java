package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.model.TextOrder;
import io.github.milvusspring.data.query.ParameterContext.Use;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.ObjectUtils;

/**
 * A Milvus expression with parameters for values, such as
 * {@code price < :max and tenant == :tenant}.
 *
 * <p>
 * The expression is parsed once. Each value is then written as a literal of the field
 * that it is compared with and is never parsed, so no value can change the meaning of the
 * expression. Colons within quoted texts of the expression do not begin a parameter.
 */
public final class FilterTemplate {

	private final List<String> texts;

	private final List<String> names;

	/** The texts, joined by {@link ExpressionLexer#PLACE}. */
	private final String source;

	private final ExpressionParser.Expression expression;

	FilterTemplate(List<String> texts, List<String> names) {
		this.texts = List.copyOf(texts);
		this.names = List.copyOf(names);
		this.source = String.join(String.valueOf(ExpressionLexer.PLACE), texts);
		try {
			this.expression = ExpressionParser.parse(this.source);
		}
		catch (ExpressionSyntaxException ex) {
			throw new IllegalArgumentException(
					"The filter expression '" + this + "' " + ex.problem() + ", at character " + written(ex.position())
							+ ": write a condition such as price < :max and title like \"A%\"",
					ex);
		}
	}

	/**
	 * Parses a template.
	 * @param template a Milvus expression in which {@code :name} stands for a value, and
	 * <code>:#{…}</code> or <code>:${…}</code> for a value that the caller evaluates
	 * @return the template
	 * @throws IllegalArgumentException when it is blank or not an expression
	 */
	public static FilterTemplate of(String template) {
		return new FilterTemplateParser(template).parse();
	}

	// Converts a position in the source to the position in the template, where each
	// parameter also has its name.
	private int written(int position) {
		int at = position;
		int places = (int) this.source.substring(0, position).chars().filter((c) -> c == ExpressionLexer.PLACE).count();
		for (String name : this.names.subList(0, places)) {
			at += name.length();
		}
		return at;
	}

	/**
	 * Returns the names of the parameters in their order.
	 * @return the names, and expressions with their braces; one that occurs twice is
	 * listed twice
	 */
	public List<String> names() {
		return this.names;
	}

	/**
	 * Finds problems with the fields that the expression names.
	 * @param fields the fields that exist
	 * @return a sentence for each problem
	 */
	public List<String> problems(FilterFields fields) {
		TermWriter terms = TermWriter.of(fields.byFieldName(), MilvusServer.NEWEST);
		List<String> problems = new ArrayList<>();
		for (Term term : this.expression.terms()) {
			try {
				ResolvedTerm subject = terms.write(term);
				if (this.expression.ordered().contains(term) && subject.form().order() == TextOrder.OTHERWISE) {
					problems.add(TextOrder.refusal(subject.property()));
				}
			}
			catch (InvalidDataAccessApiUsageException ex) {
				problems.add(String.valueOf(ex.getMessage()));
			}
		}
		return problems.stream().distinct().toList();
	}

	/**
	 * Binds values to the parameters.
	 * @param values returns the value of a parameter by its name
	 * @return the filter
	 * @throws InvalidDataAccessApiUsageException when a value is {@code null}, or a
	 * divisor is zero
	 */
	public Filter bind(Function<String, ? extends @Nullable Object> values) {
		List<Object> bound = new ArrayList<>(this.names.size());
		for (int i = 0; i < this.names.size(); i++) {
			bound.add(checked(this.expression.places().get(i), this.names.get(i), values.apply(this.names.get(i))));
		}
		return new Clause.Bound(this, bound);
	}

	private static Object checked(ParameterContext place, String name, @Nullable Object value) {
		Object list = (value != null && value.getClass().isArray()) ? Arrays.asList(ObjectUtils.toObjectArray(value))
				: value;
		if (list == null
				|| (list instanceof Collection<?> elements && elements.stream().anyMatch((one) -> one == null))) {
			throw new InvalidDataAccessApiUsageException("The value of ':" + name
					+ "' is or holds null, which no comparison finds: ask for it by 'is null' in an expression");
		}
		if (place.use() == Use.DIVISOR && list instanceof Number number && number.doubleValue() == 0) {
			throw new InvalidDataAccessApiUsageException(
					"The value of ':" + name + "' is 0, and some servers end when they divide by it");
		}
		if (list instanceof Number number && !Double.isFinite(number.doubleValue()) && isFloating(number)) {
			throw new InvalidDataAccessApiUsageException("The value of ':" + name + "' is no finite number: " + number);
		}
		return (list instanceof Collection<?> elements) ? List.copyOf(elements) : list;
	}

	private static boolean isFloating(Number number) {
		return number instanceof Double || number instanceof Float;
	}

	/**
	 * Writes the expression with its values.
	 * @param values the values, in the order of the parameters
	 * @param terms writes the fields that the values are compared with
	 * @return the expression
	 */
	String write(List<Object> values, TermWriter terms) {
		StringBuilder written = new StringBuilder();
		int at = 0;
		for (int i = 0; i < values.size(); i++) {
			ParameterContext place = this.expression.places().get(i);
			ParameterWriter writer = new ParameterWriter(place, ":" + this.names.get(i), terms);
			int position = position(i);
			String whole = writer.comparison(values.get(i), this.source);
			written.append(this.source, at, (whole != null) ? place.start() : position);
			written.append((whole != null) ? whole : writer.literal(values.get(i)));
			at = (whole != null) ? place.end() : position + 1;
		}
		return written.append(this.source.substring(at)).toString();
	}

	private int position(int place) {
		int position = 0;
		for (int i = 0; i <= place; i++) {
			position += this.texts.get(i).length() + ((i > 0) ? 1 : 0);
		}
		return position;
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
	 * Returns the template as it was written.
	 * @return the expression with its parameters
	 */
	@Override
	public String toString() {
		StringJoiner parts = new StringJoiner("");
		parts.add(this.texts.get(0));
		for (int i = 0; i < this.names.size(); i++) {
			parts.add(":" + this.names.get(i) + this.texts.get(i + 1));
		}
		return parts.toString();
	}

}
