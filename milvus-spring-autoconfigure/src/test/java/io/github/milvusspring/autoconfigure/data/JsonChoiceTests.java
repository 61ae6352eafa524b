package io.github.milvusspring.autoconfigure.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class JsonChoiceTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MilvusDataAutoConfiguration.class));

	@Test
	void withoutAMapperTheLibrarysOwnIsUsed() {
		this.runner.run((context) -> assertThat(mapper(context)).isInstanceOf(ObjectMapper.class));
	}

	@Test
	void noMapperIsPublished() {
		this.runner.run(
				(context) -> assertThat(context).doesNotHaveBean(ObjectMapper.class).doesNotHaveBean(JsonMapper.class));
	}

	@Test
	void jackson3OfTheApplicationIsUsed() {
		this.runner.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
			.run((context) -> assertThat(mapper(context)).isSameAs(context.getBean(JsonMapper.class)));
	}

	@Test
	void jackson2OfTheApplicationIsUsed() {
		this.runner.withBean(ObjectMapper.class)
			.run((context) -> assertThat(mapper(context)).isSameAs(context.getBean(ObjectMapper.class)));
	}

	@Test
	void jackson3ComesBeforeJackson2() {
		this.runner.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
			.withBean(ObjectMapper.class)
			.run((context) -> assertThat(mapper(context)).isSameAs(context.getBean(JsonMapper.class)));
	}

	@Test
	void jackson3MayBeMissing() {
		this.runner.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(mapper(context)).isInstanceOf(ObjectMapper.class));
	}

	@Test
	void converterOfTheApplicationWins() {
		MilvusConverter converter = new MilvusConverter(new MilvusMappingContext());
		this.runner.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
			.withBean("ownConverter", MilvusConverter.class, () -> converter)
			.run((context) -> assertThat(context).getBean(MilvusConverter.class).isSameAs(converter));
	}

	private static Object mapper(AssertableApplicationContext context) {
		return assertThat(context).getBean(MilvusConverter.class).extracting("json.mapper").actual();
	}

}
