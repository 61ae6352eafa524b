package io.github.milvusspring.test.autoconfigure;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * A customizer without effect on the context. As a part of the cache key, it prevents a
 * test class from using the cached context of another class, whose rows it would see.
 *
 * @param testClass the test class
 */
record ContextPerTestClass(Class<?> testClass) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
	}

}
