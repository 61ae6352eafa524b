package io.github.milvusspring.data.repository.support;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.milvusspring.data.repository.ReadConsistency;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.repository.core.RepositoryInformation;

/**
 * Intercepts methods of {@code MilvusRepository} that a repository interface redeclares
 * with {@link ReadConsistency}, and calls them on a repository with that consistency
 * level.
 */
final class ConsistentReads implements MethodInterceptor {

	private final Map<Method, Target> targets;

	private ConsistentReads(Map<Method, Target> targets) {
		this.targets = targets;
	}

	/**
	 * Finds the methods that a repository redeclares with a consistency level.
	 * @return the interceptor of these methods, {@code null} when there are none
	 */
	static @Nullable ConsistentReads of(RepositoryInformation repository, Function<Method, Object> targets) {
		Map<Method, Target> found = new HashMap<>();
		for (Method method : repository.getRepositoryInterface().getMethods()) {
			if (AnnotatedElementUtils.hasAnnotation(method, ReadConsistency.class)
					&& repository.isBaseClassMethod(method)) {
				found.put(method, new Target(targets.apply(method), repository.getTargetClassMethod(method)));
			}
		}
		return found.isEmpty() ? null : new ConsistentReads(found);
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Target target = this.targets.get(invocation.getMethod());
		return (target != null) ? AopUtils.invokeJoinpointUsingReflection(target.repository(), target.method(),
				invocation.getArguments()) : invocation.proceed();
	}

	/**
	 * The target to which a call is redirected.
	 *
	 * @param repository a repository that reads with the requested consistency level
	 * @param method the method to call on it
	 */
	private record Target(Object repository, Method method) {
	}

}
