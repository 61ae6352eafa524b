package io.github.milvusspring.test.autoconfigure;

import io.github.milvusspring.autoconfigure.MilvusAutoConfiguration;
import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import io.github.milvusspring.autoconfigure.MilvusProperties;
import io.github.milvusspring.data.connection.MilvusConnection;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Connects a test that configures no server to the Milvus Lite of the test run.
 */
@AutoConfiguration(before = MilvusAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "milvus.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({ MilvusConnectionDetails.class, MilvusConnection.class })
@Conditional(OnNoServerOfTheTestCondition.class)
@EnableConfigurationProperties(MilvusProperties.class)
public final class TestMilvusLiteAutoConfiguration {

	@Bean
	TestDatabase milvusTestDatabase(MilvusProperties properties) {
		return SharedMilvusLite.newDatabase(properties.lite());
	}

}
