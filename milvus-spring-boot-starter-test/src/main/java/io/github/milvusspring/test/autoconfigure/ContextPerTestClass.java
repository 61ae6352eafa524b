package io.github.milvusspring.test.autoconfigure;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Changes nothing, but keeps the cached context of one test class from being used by
 * another, which would see its rows.
 *
 * @param testClass the test class
 */
record ContextPerTestClass(Class<?> testClass) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
	}

}
