package io.github.milvusspring.data.repository.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.query.QueryMethod;

/**
 * A query method of a repository.
 */
final class MilvusQueryMethod extends QueryMethod {

	private static final List<String> REACTIVE = List.of("reactor.", "kotlinx.coroutines.", "org.reactivestreams.",
			"io.reactivex.", "io.smallrye.mutiny.", "java.util.concurrent.Flow");

	private final Method method;

	private final TypeInformation<?> returned;

	MilvusQueryMethod(Method method, RepositoryMetadata metadata, ProjectionFactory projections) {
		super(method, metadata, projections, QueryMethodParameters::new);
		this.method = method;
		this.returned = metadata.getReturnType(method);
	}

	@Override
	public QueryMethodParameters getParameters() {
		return (QueryMethodParameters) super.getParameters();
	}

	TypeInformation<?> returned() {
		return this.returned;
	}

	<A extends Annotation> @Nullable A annotation(Class<A> type) {
		return AnnotatedElementUtils.findMergedAnnotation(this.method, type);
	}

	/**
	 * Refuses suspending functions and methods with reactive return types, because these
	 * repositories block.
	 */
	void requireBlocking() {
		String type = this.returned.getType().getName();
		boolean suspends = Stream.of(this.method.getParameterTypes())
			.anyMatch((parameter) -> parameter.getName().equals("kotlin.coroutines.Continuation"));
		if (suspends || REACTIVE.stream().anyMatch(type::startsWith)) {
			throw refused((suspends ? "is a suspending function"
					: "returns a " + this.returned.getType().getSimpleName())
					+ ", and these repositories block: return what it would give, and call it where blocking is fine, "
					+ "or use MilvusOperations.async()");
		}
	}

	IllegalArgumentException refused(String problem) {
		return new IllegalArgumentException(this + " " + problem);
	}

}
