package io.github.milvusspring.sample;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What can be configured of the sample.
 *
 * @param jars Folders whose jars are read, with all their sub-folders, besides the class
 * path.
 * @param indexOnStart Whether to bring the index up to date when the application starts.
 * @param batchSize How many properties are written at a time.
 * @param embeddingThreads How many threads compute vectors; 0 for one per processor.
 */
@ConfigurationProperties("sample")
public record SampleProperties(@DefaultValue List<Path> jars, @DefaultValue("true") boolean indexOnStart,
		@DefaultValue("128") int batchSize, @DefaultValue("0") int embeddingThreads) {

	/**
	 * Checks the numbers.
	 */
	public SampleProperties {
		Assert.isTrue(batchSize > 0, () -> "sample.batch-size must be at least 1, not " + batchSize);
		Assert.isTrue(embeddingThreads >= 0,
				() -> "sample.embedding-threads must be 0 or more, not " + embeddingThreads);
	}

}
