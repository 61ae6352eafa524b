package io.github.milvusspring.autoconfigure.data;

import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the Jackson 3 mapper of the application for JSON fields.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JsonMapper.class)
@ConditionalOnSingleCandidate(JsonMapper.class)
@ConditionalOnMissingBean(MilvusConverter.class)
class Jackson3Configuration {

	@Bean
	MilvusConverter milvusConverter(MilvusMappingContext mappingContext, JsonMapper mapper) {
		return new MilvusConverter(mappingContext, MilvusJson.jackson3(mapper));
	}

}
