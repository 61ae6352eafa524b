package io.github.milvusspring.data.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.model.ConsistencyLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was written is read at once, by whichever thread.
 */
class ReadYourWritesIT {

	private static final int THREADS = 4;

	private static final int WRITES = 40;

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void whatAThreadWroteItAndTheOthersRead() throws InterruptedException, ExecutionException {
		Articles articles = this.milvus.repository(Articles.class);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> done = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				String tenant = "tenant" + i;
				done.add(threads.submit(() -> writeAndRead(articles, tenant)));
			}
			for (Future<?> thread : done) {
				thread.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(articles.count()).isEqualTo(THREADS);
		assertThat(articles.findAll()).extracting(Article::price).containsOnly(WRITES);
	}

	private static void writeAndRead(Articles articles, String tenant) {
		for (int i = 1; i <= WRITES; i++) {
			articles.upsert(Article.of(tenant, "version " + i, tenant, i, i, 1));
			assertThat(articles.findById(tenant)).get().extracting(Article::price).isEqualTo(i);
			assertThat(articles.findByTenantAndPrice(tenant, i)).hasSize(1);
			assertThat(articles.searchByTenantAndEmbeddingNear(tenant, new float[] { i, 1 }, Limit.of(1))
				.contentStream()
				.map(Article::title)).containsExactly("version " + i);
		}
	}

	@Test
	void everyLevelOfAMethodIsUnderstood() {
		Articles articles = this.milvus.repository(Articles.class);
		articles.upsert(Article.of("1", "a", "t", 1, 1, 0));
		assertThat(articles.findByTitle("a")).hasSize(1);
		assertThat(articles.findByTenant("t")).hasSizeBetween(0, 1);
		assertThat(articles.findByPrice(1)).hasSizeBetween(0, 1);
		assertThat(articles.existsById("1")).isTrue();
	}

	interface Articles extends MilvusRepository<Article, String> {

		@Override
		Optional<Article> findById(String id);

		@Override
		@ReadConsistency(ConsistencyLevel.STRONG)
		boolean existsById(String id);

		List<Article> findByTenantAndPrice(String tenant, int price);

		SearchResults<Article> searchByTenantAndEmbeddingNear(String tenant, float[] vector, Limit limit);

		@ReadConsistency(ConsistencyLevel.STRONG)
		List<Article> findByTitle(String title);

		@ReadConsistency(ConsistencyLevel.BOUNDED)
		List<Article> findByTenant(String tenant);

		@ReadConsistency(ConsistencyLevel.EVENTUALLY)
		List<Article> findByPrice(int price);

	}

}
