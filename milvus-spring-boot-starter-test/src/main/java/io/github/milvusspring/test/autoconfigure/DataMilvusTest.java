package io.github.milvusspring.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Marks a test of only the entities and repositories of an application, on a temporary
 * Milvus Lite.
 *
 * <p>
 * One server serves the whole test run: it starts with the first test that needs it and
 * ends with the JVM. Each test class has a separate application context and database, so
 * no class sees the rows of another; the methods of one class share their rows.
 *
 * <p>
 * The test uses another server if it has a {@code MilvusConnectionDetails} bean or a
 * {@code @ServiceConnection}, or if it sets {@code milvus.uri}: in {@link #properties()},
 * in a {@code @TestPropertySource} or {@code @DynamicPropertySource}, as a system
 * property or as an environment variable. The value in {@code application.yml} belongs to
 * the application and is ignored.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(DataMilvusTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(DataMilvusTypeExcludeFilter.class)
@AutoConfigureDataMilvus
@ImportAutoConfiguration
public @interface DataMilvusTest {

	/**
	 * Returns the properties of the test, each as {@code key=value}.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Returns whether the beans of the application's component scan are excluded.
	 * @return {@code false} to include them all
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Returns which beans of the component scan are included nevertheless.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Returns which beans of the component scan are excluded in addition.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Returns which auto-configurations are excluded.
	 * @return the auto-configurations
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
