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
 * Tests the entities and repositories of an application, and nothing else of it, on a
 * temporary Milvus Lite.
 *
 * <p>
 * One server serves the whole test run: it starts with the first test that needs it and
 * ends with the JVM. Each test class has an application context and a database of its
 * own, so no class sees the rows of another; the methods of one class share its rows.
 *
 * <p>
 * A {@code MilvusConnectionDetails} bean, a {@code @ServiceConnection} or a
 * {@code milvus.uri} of the test wins over that server: in {@link #properties()}, in a
 * {@code @TestPropertySource} or {@code @DynamicPropertySource}, as a system property or
 * an environment variable. A {@code milvus.uri} in {@code application.yml} is the
 * application's and is left alone.
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
	 * Properties of the test as {@code key=value}.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Whether the beans of the application's component scan are left out.
	 * @return {@code false} to take them all
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Which beans of the component scan are taken all the same.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Which beans of the component scan are left out besides.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Which auto-configurations are left out.
	 * @return the auto-configurations
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
