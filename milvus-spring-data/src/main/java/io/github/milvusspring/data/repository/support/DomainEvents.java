package io.github.milvusspring.data.repository.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.util.AnnotationDetectionMethodCallback;
import org.springframework.util.ReflectionUtils;

/**
 * Reads and publishes the domain events of the instances of one class.
 *
 * @param events the method that returns the events of an entity
 * @param published the method that is called after the publication, {@code null} for none
 */
record DomainEvents(Method events, @Nullable Method published) {

	/**
	 * Finds the methods of a class for domain events.
	 * @return the methods, {@code null} when the class has no domain events
	 */
	static @Nullable DomainEvents of(Class<?> type) {
		Method events = find(type, org.springframework.data.domain.DomainEvents.class);
		return (events != null) ? new DomainEvents(events, find(type, AfterDomainEventPublication.class)) : null;
	}

	private static @Nullable Method find(Class<?> type, Class<? extends Annotation> annotation) {
		AnnotationDetectionMethodCallback<? extends Annotation> callback = new AnnotationDetectionMethodCallback<>(
				annotation);
		ReflectionUtils.doWithMethods(type, callback);
		Method method = callback.getMethod();
		if (method != null) {
			ReflectionUtils.makeAccessible(method);
		}
		return method;
	}

	Collection<?> of(Object entity) {
		Object found = ReflectionUtils.invokeMethod(this.events, entity);
		return (found instanceof Collection<?> collection) ? collection : (found != null) ? List.of(found) : List.of();
	}

	void publish(Object entity, ApplicationEventPublisher publisher) {
		of(entity).forEach(publisher::publishEvent);
		if (this.published != null) {
			ReflectionUtils.invokeMethod(this.published, entity);
		}
	}

}
