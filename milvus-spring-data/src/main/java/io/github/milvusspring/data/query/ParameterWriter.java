package io.github.milvusspring.data.query;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

import io.github.milvusspring.data.model.TextOrder;
import io.github.milvusspring.data.query.ParameterContext.Use;
import io.github.milvusspring.data.query.Predicate.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes the value of one parameter of a filter template.
 *
 * @param place the position of the parameter and the use of its value
 * @param name the name of the parameter, for messages
 * @param terms writes the field that the value is compared with
 */
record ParameterWriter(ParameterContext place, String name, TermWriter terms) {

	/**
	 * Writes the complete comparison that contains the parameter, if it is not enough to
	 * replace the parameter by a literal.
	 * @param value the value
	 * @param source the expression
	 * @return the comparison, {@code null} if the literal is enough
	 */
	@Nullable String comparison(Object value, String source) {
		ResolvedTerm subject = subject(value);
		if (subject == null) {
			return null;
		}
		if (this.place.use() == Use.IN) {
			return in(subject, value);
		}
		Operator operator = this.place.operator();
		if (this.place.use() != Use.COMPARED || operator == null || !operator.isOrder()
				|| subject.order(value) == TextOrder.AS_VALUES) {
			return null;
		}
		if (!this.place.alone()) {
			throw subject.cannot("is compared by a chain: write two comparisons joined by 'and'");
		}
		String text = ComparisonWriter.write(subject, operator, value);
		return text.startsWith("(") ? text : "(" + text + ")";
	}

	private String in(ResolvedTerm subject, Object value) {
		if (!(value instanceof Collection<?> values)) {
			throw new InvalidDataAccessApiUsageException("The value of '" + this.name + "' is a "
					+ value.getClass().getSimpleName() + ", and 'in' needs a list: bind a Collection or an array");
		}
		if (values.isEmpty()) {
			return subject.text() + (this.place.negated() ? " not in []" : " in []");
		}
		String text = new ComparisonWriter(this.terms).in(subject, values, this.place.negated());
		boolean plain = text.startsWith(subject.text() + " ") && !text.contains(" or ") && !text.contains(" and ");
		return plain ? text : "(" + text + ")";
	}

	String literal(Object value) {
		if (value instanceof Collection<?> values) {
			StringJoiner list = new StringJoiner(", ", "[", "]");
			values.forEach((one) -> list.add(scalar(one)));
			return list.toString();
		}
		String literal = scalar(value);
		// A minus sign could merge with an operator before it.
		return literal.startsWith("-") ? "(" + literal + ")" : literal;
	}

	private String scalar(Object value) {
		ResolvedTerm subject = subject(value);
		if (subject == null || subject.isDocument()) {
			return FilterLiterals.literal(this.name, null, value);
		}
		return (this.place.use() == Use.CONTAINED) ? subject.elementLiteral(value) : subject.literal(value);
	}

	private @Nullable ResolvedTerm subject(Object value) {
		Term term = this.place.term();
		return (term != null) ? this.terms.write(term, List.of(value)) : null;
	}

}
