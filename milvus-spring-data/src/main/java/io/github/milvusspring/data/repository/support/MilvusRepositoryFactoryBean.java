package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.core.MilvusOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.util.Assert;

/**
 * The bean that makes one repository.
 *
 * @param <T> the repository
 * @param <S> the entity class
 * @param <ID> the type of its key
 */
public class MilvusRepositoryFactoryBean<T extends Repository<S, ID>, S, ID>
		extends RepositoryFactoryBeanSupport<T, S, ID> {

	private @Nullable MilvusOperations operations;

	/**
	 * Creates a factory bean.
	 * @param repositoryInterface the repository
	 */
	public MilvusRepositoryFactoryBean(Class<? extends T> repositoryInterface) {
		super(repositoryInterface);
	}

	/**
	 * Sets what does the work of the repository.
	 * @param operations the template
	 */
	public void setMilvusOperations(MilvusOperations operations) {
		this.operations = operations;
		setMappingContext(operations.getConverter().getMappingContext());
	}

	@Override
	protected RepositoryFactorySupport createRepositoryFactory() {
		Assert.state(this.operations != null, "A MilvusOperations bean is needed");
		return new MilvusRepositoryFactory(this.operations);
	}

}
