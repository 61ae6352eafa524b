package io.github.milvusspring.sample.index;

import java.util.concurrent.TimeUnit;

import io.github.milvusspring.sample.SampleProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Fills the index in the background once the application serves, and says where to look.
 */
@Component
class IndexingAtStart implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

	private static final Log logger = LogFactory.getLog(IndexingAtStart.class);

	private final PropertyIndexer indexer;

	private final SpringPropertyRepository repository;

	private final IndexProgress progress;

	private final SampleProperties properties;

	private @Nullable Thread thread;

	IndexingAtStart(PropertyIndexer indexer, SpringPropertyRepository repository, IndexProgress progress,
			SampleProperties properties) {
		this.indexer = indexer;
		this.repository = repository;
		this.progress = progress;
		this.properties = properties;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
		if (!this.properties.indexOnStart()) {
			this.progress.readyWith((int) this.repository.count());
			invite(port);
			return;
		}
		invite(port);
		this.thread = new Thread(() -> index(port), "indexing");
		this.thread.start();
	}

	@Override
	public void destroy() throws InterruptedException {
		this.indexer.stop();
		if (this.thread != null) {
			this.thread.join(TimeUnit.SECONDS.toMillis(10));
		}
	}

	private void index(@Nullable String port) {
		try {
			if (this.indexer.index().state() == IndexStatus.State.READY) {
				invite(port);
			}
		}
		catch (RuntimeException ex) {
			logger.error("The index could not be brought up to date", ex);
		}
	}

	private static void invite(@Nullable String port) {
		if (port != null) {
			System.out.println("\n  Open http://localhost:" + port + "\n");
		}
	}

}
