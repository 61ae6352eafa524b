package io.github.milvusspring.test.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches unless the test itself sets {@code milvus.uri}. The value in {@code
 * application.yml} is ignored: it is meant for the application, and tests must not write
 * their rows to that server.
 */
final class OnNoServerOfTheTestCondition extends SpringBootCondition {

	private static final ConfigurationPropertyName URI = ConfigurationPropertyName.of("milvus.uri");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Milvus Lite of the test run");
		return namedByTheTest(context.getEnvironment())
				? ConditionOutcome.noMatch(message.because("the test says milvus.uri"))
				: ConditionOutcome.match(message.because("the test says no milvus.uri"));
	}

	private static boolean namedByTheTest(Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.getConfigurationProperty(URI) != null) {
				return !(source.getUnderlyingSource() instanceof PropertySource<?> origin
						&& origin.getName().startsWith("Config resource"));
			}
		}
		return false;
	}

}
