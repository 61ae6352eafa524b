package io.github.milvusspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when the properties name no server and Milvus Lite may be started.
 */
final class OnMilvusLiteCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition("Milvus Lite");
		if (!environment.getProperty("milvus.lite.enabled", Boolean.class, true)) {
			return ConditionOutcome.noMatch(message.because("milvus.lite.enabled is false"));
		}
		if (MilvusAddress.of(environment.getProperty("milvus.uri")).remote() != null) {
			return ConditionOutcome.noMatch(message.because("milvus.uri names a server"));
		}
		return ConditionOutcome.match(message.because("milvus.uri names no server"));
	}

}
