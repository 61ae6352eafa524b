package io.github.milvusspring.test.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives each {@link DataMilvusTest} class, together with its nested classes, a separate
 * application context.
 */
class ContextPerTestClassFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		if (!TestContextAnnotationUtils.hasAnnotation(testClass, DataMilvusTest.class)) {
			return null;
		}
		Class<?> outermost = testClass;
		while (TestContextAnnotationUtils.searchEnclosingClass(outermost)) {
			outermost = outermost.getEnclosingClass();
		}
		return new ContextPerTestClass(outermost);
	}

}
