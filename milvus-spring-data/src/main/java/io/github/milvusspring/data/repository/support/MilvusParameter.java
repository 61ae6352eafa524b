package io.github.milvusspring.data.repository.support;

import java.lang.reflect.Method;
import java.util.List;

import io.github.milvusspring.data.repository.FullTextSearch;
import io.github.milvusspring.data.repository.HybridSearch;
import io.github.milvusspring.data.repository.Match;
import io.github.milvusspring.data.repository.Near;
import io.github.milvusspring.data.repository.VectorSearch;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.repository.query.Parameter;

/**
 * A parameter of a repository method, with its annotations and its role in a search.
 */
final class MilvusParameter extends Parameter {

	private final MethodParameter parameter;

	private final @Nullable Near near;

	private final @Nullable Match match;

	private final boolean ofDeclaredSearch;

	MilvusParameter(MethodParameter parameter, TypeInformation<?> domainType) {
		super(parameter, domainType);
		this.parameter = parameter;
		this.near = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), Near.class);
		this.match = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), Match.class);
		Method method = parameter.getMethod();
		this.ofDeclaredSearch = method != null && (AnnotatedElementUtils.hasAnnotation(method, VectorSearch.class)
				|| AnnotatedElementUtils.hasAnnotation(method, FullTextSearch.class)
				|| AnnotatedElementUtils.hasAnnotation(method, HybridSearch.class));
	}

	// As special parameters of Spring Data, the vector, words and score of a declared
	// search need neither a name nor a reference in the query.
	@Override
	public boolean isSpecialParameter() {
		return super.isSpecialParameter()
				|| (this.ofDeclaredSearch && (isMarked() || isScoreOrRange() || VectorArguments.isVector(type())));
	}

	/**
	 * Tells whether this parameter is a setting of the query, such as a limit or a score,
	 * and must not be {@code null}.
	 */
	boolean isRequiredSetting() {
		return (super.isSpecialParameter() || isScoreOrRange()) && !this.parameter.isOptional();
	}

	boolean isMarked() {
		return this.near != null || this.match != null;
	}

	@Nullable Near near() {
		return this.near;
	}

	@Nullable Match match() {
		return this.match;
	}

	ResolvableType type() {
		return ResolvableType.forMethodParameter(this.parameter);
	}

	/**
	 * Tells whether this parameter limits how close hits must be.
	 */
	boolean isScoreOrRange() {
		return Score.class.isAssignableFrom(getType()) || isScoreRange();
	}

	private boolean isScoreRange() {
		return Range.class.isAssignableFrom(getType())
				&& Score.class.isAssignableFrom(type().as(Range.class).getGeneric(0).toClass());
	}

	@Override
	public String toString() {
		List<String> words = List.of("parameter", getName().map((name) -> "'" + name + "'").orElse("" + getIndex()));
		return String.join(" ", words);
	}

}
