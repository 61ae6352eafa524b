package io.github.milvusspring.data.repository;

import java.util.List;
import java.util.Optional;

import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.VectorQuery;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Vector;
import org.springframework.data.repository.query.Param;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose consistency level a repository's method reads with.
 */
class ReadConsistencyTests {

	private final RecordedOperations operations = new RecordedOperations();

	@Test
	void thatOfTheMethodWinsOverThatOfTheRepository() {
		Strong strong = this.operations.repository(Strong.class);
		strong.findByTenant("a");
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.STRONG);
		strong.findByTitle("a");
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.BOUNDED);
		strong.searchTop2ByEmbeddingNear(Vector.of(1f, 2f));
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.EVENTUALLY);
		strong.ofTenant("a");
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.SESSION);
	}

	@Test
	void methodsOfEveryRepositoryFollowToo() {
		Strong strong = this.operations.repository(Strong.class);
		strong.findAll();
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.STRONG);
		strong.search(VectorQuery.of(1, 2));
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.STRONG);
		assertThat(strong.findById("1")).isEmpty();
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.BOUNDED);
	}

	@Test
	void withoutOneTheTemplateDecides() {
		Plain plain = this.operations.repository(Plain.class);
		plain.findAll();
		assertThat(this.operations.level()).isNull();
		plain.count();
		assertThat(this.operations.level()).isEqualTo(ConsistencyLevel.STRONG);
	}

	@ReadConsistency(ConsistencyLevel.STRONG)
	interface Strong extends MilvusRepository<Article, String> {

		List<Article> findByTenant(String tenant);

		@ReadConsistency(ConsistencyLevel.BOUNDED)
		List<Article> findByTitle(String title);

		@ReadConsistency(ConsistencyLevel.EVENTUALLY)
		List<Article> searchTop2ByEmbeddingNear(Vector vector);

		@Query("tenant == :tenant")
		@ReadConsistency(ConsistencyLevel.SESSION)
		List<Article> ofTenant(@Param("tenant") String tenant);

		@Override
		@ReadConsistency(ConsistencyLevel.BOUNDED)
		Optional<Article> findById(String id);

	}

	interface Plain extends MilvusRepository<Article, String> {

		@Override
		@ReadConsistency(ConsistencyLevel.STRONG)
		long count();

	}

}
