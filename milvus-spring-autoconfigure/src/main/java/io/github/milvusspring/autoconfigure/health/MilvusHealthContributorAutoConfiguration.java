package io.github.milvusspring.autoconfigure.health;

import io.github.milvusspring.autoconfigure.MilvusAutoConfiguration;
import io.github.milvusspring.autoconfigure.MilvusProperties;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.lite.MilvusLite;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configures the health indicator of each connection to Milvus, when the application
 * has Spring Boot's health module.
 */
@AutoConfiguration(after = MilvusAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(MilvusConnection.class)
@ConditionalOnEnabledHealthIndicator("milvus")
public final class MilvusHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<MilvusHealthIndicator, MilvusConnection> {

	MilvusHealthContributorAutoConfiguration(MilvusProperties properties, ObjectProvider<MilvusLite> lite) {
		super((connection) -> new MilvusHealthIndicator(connection, properties.health().timeout(),
				connection.isLite() ? lite.getIfUnique() : null));
	}

	@Bean
	@ConditionalOnMissingBean(name = { "milvusHealthIndicator", "milvusHealthContributor" })
	HealthContributor milvusHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, MilvusConnection.class);
	}

}
