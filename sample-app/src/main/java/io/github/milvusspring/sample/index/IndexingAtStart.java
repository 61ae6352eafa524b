package io.github.milvusspring.sample.index;

import java.util.concurrent.TimeUnit;

import io.github.milvusspring.sample.SampleProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Fills the index in the background once the application serves, and says where to look.
 */
@Component
class IndexingAtStart implements DisposableBean {

	private static final Log logger = LogFactory.getLog(IndexingAtStart.class);

	private final Thread thread = new Thread(this::index, "indexing");

	private final PropertyIndexer indexer;

	private final SpringPropertyRepository repository;

	private final IndexProgress progress;

	private final SampleProperties properties;

	private final Environment environment;

	IndexingAtStart(PropertyIndexer indexer, SpringPropertyRepository repository, IndexProgress progress,
			SampleProperties properties, Environment environment) {
		this.indexer = indexer;
		this.repository = repository;
		this.progress = progress;
		this.properties = properties;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		if (this.properties.indexOnStart()) {
			invite();
			this.thread.start();
		}
		else {
			this.progress.readyWith((int) this.repository.count());
			invite();
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		this.indexer.stop();
		this.thread.join(TimeUnit.SECONDS.toMillis(10));
	}

	private void index() {
		try {
			if (this.indexer.index().state() == IndexStatus.State.READY) {
				invite();
			}
		}
		catch (RuntimeException ex) {
			logger.error("The index could not be brought up to date", ex);
		}
	}

	private void invite() {
		String port = this.environment.getProperty("local.server.port");
		if (port != null) {
			System.out.println("\n  Open http://localhost:" + port + "\n");
		}
	}

}
