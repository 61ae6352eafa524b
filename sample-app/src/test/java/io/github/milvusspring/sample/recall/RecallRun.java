package io.github.milvusspring.sample.recall;

import java.io.PrintStream;

import io.github.milvusspring.sample.SampleApplication;
import io.github.milvusspring.sample.index.PropertyIndexer;
import io.github.milvusspring.sample.index.PropertySearch;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Indexes Spring Boot's properties in a temporary Milvus Lite and prints the recall: one
 * line, the log goes to the standard error.
 */
final class RecallRun {

	private RecallRun() {
	}

	/**
	 * Prints the recall.
	 * @param arguments the folder of the jars whose properties are indexed
	 */
	public static void main(String[] arguments) {
		PrintStream result = System.out;
		System.setOut(System.err);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
			.web(WebApplicationType.NONE)
			.run("--sample.jars=" + arguments[0], "--sample.index-on-start=false", "--milvus.uri=",
					"--milvus.lite.ephemeral=true")) {
			context.getBean(PropertyIndexer.class).index();
			result.println(Recall.of(context.getBean(PropertySearch.class), Question.all()));
		}
	}

}
