package io.github.milvusspring.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Puts a test on the temporary Milvus Lite of the test run; beside
 * {@code @SpringBootTest} it takes the place of the server that the application is
 * configured for. Each application context has a database of its own, so test classes
 * that share a cached context share rows; with {@link DataMilvusTest} they do not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureDataMilvus {

}
