package io.github.milvusspring.data.repository.support;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.query.FilterTemplate;
import org.jspecify.annotations.Nullable;

import org.springframework.data.expression.ValueEvaluationContextProvider;
import org.springframework.data.expression.ValueExpression;
import org.springframework.data.repository.query.ValueExpressionDelegate;
import org.springframework.expression.ParseException;

/**
 * Resolves the values to which the annotations of a method refer: its parameters by
 * <code>:name</code>, and value expressions by <code>:#{…}</code>. It records which
 * parameters are used.
 */
final class MethodValues {

	private final MilvusQueryMethod method;

	private final FilterFields fields;

	private final ValueExpressionDelegate expressions;

	private final ValueEvaluationContextProvider contexts;

	private final Set<Integer> used = new HashSet<>();

	MethodValues(MilvusQueryMethod method, FilterFields fields, ValueExpressionDelegate expressions) {
		this.method = method;
		this.fields = fields;
		this.expressions = expressions;
		this.contexts = expressions.createValueContextProvider(method.getParameters());
	}

	/**
	 * Parses a filter and binds its values to the arguments of each call.
	 * @throws IllegalArgumentException when the filter is invalid, or refers to an
	 * unknown field or parameter
	 */
	FilterSource filter(String text) {
		FilterTemplate template;
		try {
			template = FilterTemplate.of(text);
		}
		catch (IllegalArgumentException ex) {
			throw this.method.refused("cannot be used: " + ex.getMessage());
		}
		List<String> problems = template.problems(this.fields);
		if (!problems.isEmpty()) {
			throw this.method.refused("has a filter that cannot be used: " + String.join("; and ", problems));
		}
		List<Function<QueryArguments, @Nullable Object>> values = template.names().stream().map(this::value).toList();
		return (arguments) -> template.bind((name) -> values.get(template.names().indexOf(name)).apply(arguments));
	}

	/**
	 * Resolves a reference, which is the text after the colon: the name of a parameter,
	 * or an expression.
	 */
	Function<QueryArguments, @Nullable Object> value(String reference) {
		return (reference.startsWith("#{") || reference.startsWith("${")) ? expression(reference)
				: parameter(reference);
	}

	private Function<QueryArguments, @Nullable Object> parameter(String name) {
		MilvusParameter parameter = this.method.getParameters().named(name).orElseThrow(() -> unknown(name));
		this.used.add(parameter.getIndex());
		return (arguments) -> arguments.value(parameter.getIndex());
	}

	private IllegalArgumentException unknown(String name) {
		List<String> names = this.method.getParameters()
			.stream()
			.flatMap((parameter) -> parameter.getName().stream())
			.toList();
		return this.method.refused("refers to ':" + name + "' but has "
				+ (names.isEmpty() ? "no named parameter" : "the parameters " + names) + ": mark one @Param(\"" + name
				+ "\"), or compile with -parameters");
	}

	private Function<QueryArguments, @Nullable Object> expression(String text) {
		ValueExpression expression;
		try {
			expression = this.expressions.parse(text);
		}
		catch (ParseException ex) {
			throw this.method.refused("has the expression '" + text + "', which cannot be read: " + ex.getMessage());
		}
		for (MilvusParameter parameter : this.method.getParameters()) {
			boolean named = parameter.getName().filter((name) -> text.contains("#" + name)).isPresent();
			if (named || text.contains("[" + parameter.getIndex() + "]")) {
				this.used.add(parameter.getIndex());
			}
		}
		return (arguments) -> expression
			.evaluate(this.contexts.getEvaluationContext(arguments.all(), expression.getExpressionDependencies()));
	}

	void use(MilvusParameter parameter) {
		this.used.add(parameter.getIndex());
	}

	boolean isUsed(MilvusParameter parameter) {
		return this.used.contains(parameter.getIndex());
	}

	/**
	 * Refuses parameters that nothing refers to, because they would be ignored silently.
	 */
	void requireAllUsed() {
		for (MilvusParameter parameter : this.method.getParameters().getBindableParameters()) {
			if (!isUsed(parameter)) {
				throw this.method.refused("does not use its " + parameter + ": write "
						+ parameter.getName().map((name) -> ":" + name).orElse(":name")
						+ " into the filter, outside of quotes, or leave the parameter out");
			}
		}
	}

}
