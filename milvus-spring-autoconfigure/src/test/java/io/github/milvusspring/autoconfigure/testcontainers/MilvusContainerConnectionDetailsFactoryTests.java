package io.github.milvusspring.autoconfigure.testcontainers;

import io.github.milvusspring.autoconfigure.MilvusAutoConfiguration;
import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import io.github.milvusspring.lite.MilvusLite;
import org.junit.jupiter.api.Test;
import org.testcontainers.milvus.MilvusContainer;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a container is connected to, without an engine to run it.
 */
class MilvusContainerConnectionDetailsFactoryTests {

	@Test
	void serviceConnectionTakesThePlaceOfMilvusLite() {
		new ApplicationContextRunner().withUserConfiguration(Containers.class)
			.withConfiguration(
					AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, MilvusAutoConfiguration.class))
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(MilvusLite.class).hasSingleBean(MilvusConnectionDetails.class);
				MilvusConnectionDetails details = context.getBean(MilvusConnectionDetails.class);
				assertThat(details.getUri()).isEqualTo("http://localhost:40000");
				assertThat(details.getSslBundle()).isNull();
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		@ServiceConnection
		MilvusContainer milvusContainer() {
			return new RunningMilvusContainer();
		}

	}

	static class RunningMilvusContainer extends MilvusContainer {

		RunningMilvusContainer() {
			super("milvusdb/milvus:v2.6.4");
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public String getEndpoint() {
			return "http://localhost:40000";
		}

	}

}
