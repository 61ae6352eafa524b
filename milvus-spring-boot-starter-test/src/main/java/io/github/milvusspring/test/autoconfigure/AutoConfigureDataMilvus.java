package io.github.milvusspring.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Connects a test to the temporary Milvus Lite of the test run. Together with
 * {@code @SpringBootTest}, this server replaces the one that the application configures.
 * Each application context has a separate database, so test classes that share a cached
 * context share rows; with {@link DataMilvusTest} they do not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureDataMilvus {

}
