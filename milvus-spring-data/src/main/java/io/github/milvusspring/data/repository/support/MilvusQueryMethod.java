package io.github.milvusspring.data.repository.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.query.QueryMethod;

/**
 * A repository's method that is a query.
 */
final class MilvusQueryMethod extends QueryMethod {

	private final Method method;

	private final TypeInformation<?> returned;

	MilvusQueryMethod(Method method, RepositoryMetadata metadata, ProjectionFactory projections) {
		super(method, metadata, projections, MilvusParameters::new);
		this.method = method;
		this.returned = metadata.getReturnType(method);
	}

	@Override
	public MilvusParameters getParameters() {
		return (MilvusParameters) super.getParameters();
	}

	TypeInformation<?> returned() {
		return this.returned;
	}

	<A extends Annotation> @Nullable A annotation(Class<A> type) {
		return AnnotatedElementUtils.findMergedAnnotation(this.method, type);
	}

	IllegalArgumentException refused(String problem) {
		return new IllegalArgumentException(this + " " + problem);
	}

}
