const heading = document.createElement('h1');
heading.textContent = 'Comma';
document.querySelector('#app')?.append(heading);

export {};
