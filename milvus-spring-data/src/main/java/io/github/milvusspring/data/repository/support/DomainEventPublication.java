package io.github.milvusspring.data.repository.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes the domain events of entities after they were inserted, upserted or updated.
 * Spring Data itself publishes the events of saved and deleted entities.
 *
 * @param events reads the events of the entity class of the repository
 * @param publisher publishes the events
 */
record DomainEventPublication(DomainEvents events, ApplicationEventPublisher publisher) implements MethodInterceptor {

	private static final Set<String> WRITING = Set.of("insert", "insertAll", "upsert", "upsertAll", "update");

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		@Nullable Object[] arguments = invocation.getArguments();
		if (!WRITING.contains(invocation.getMethod().getName()) || arguments.length == 0) {
			return invocation.proceed();
		}
		List<Object> entities = new ArrayList<>();
		if (arguments[0] instanceof Stream<?> stream) {
			arguments[0] = stream.peek((entity) -> keep(entity, entities));
		}
		else if (arguments[0] instanceof Iterable<?> several) {
			several.forEach((entity) -> keep(entity, entities));
		}
		else {
			keep(arguments[0], entities);
		}
		Object result = invocation.proceed();
		entities.forEach((entity) -> this.events.publish(entity, this.publisher));
		return result;
	}

	// Keeps only entities that have events, because a stream may be long.
	private void keep(@Nullable Object entity, List<Object> entities) {
		boolean ours = this.events.events().getDeclaringClass().isInstance(entity);
		if (entity != null && ours && !this.events.of(entity).isEmpty()) {
			entities.add(entity);
		}
	}

}
